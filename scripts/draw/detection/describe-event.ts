import { type DetectionEvent, type GreyPlane, projectPoint } from '@ocr-web/reader/engine';
import { evaluatePolynomial } from '../../../packages/reader/src/geometry/polynomial.ts';
import { copyGrey, type DetectionStep } from './detection-step.ts';
import { orientedBox, pointsAlong, polygon, polyline } from './shapes.ts';

type EventOf<Kind extends DetectionEvent['kind']> = Extract<DetectionEvent, { kind: Kind }>;
type Drawing = Omit<DetectionStep, 'page'>;

/** Pixels of the detector's input that a cell of its maps spans. */
const cell = 4;
const colours = ['#00e5ff', '#ffea00', '#76ff03', '#ff4081'];

/** The input of a pass with the probabilities that the detector gives its cells. */
export function drawPass({ input, map }: EventOf<'pass'>): Drawing {
  const scale = (map.cellWidth / cell).toFixed(2);
  const place = `from ${Math.round(map.origin.x)}, ${Math.round(map.origin.y)}`;
  return {
    name: 'pass',
    caption: `Pass of ${input.width} x ${input.height} pixels ${place} of the picture, ${scale} of its pixels for each`,
    grey: copyGrey(input.data, input.width, input.height),
    heat: { width: map.maps.width, height: map.maps.height, probability: map.maps.probability.slice() },
    shapes: '',
  };
}

/** Segments (yellow) and candidate zones (blue) over the input of their pass. */
export function drawCandidates({ map, segments, zones }: EventOf<'candidates'>, grey: GreyPlane): Drawing {
  const outlines = segments.map(({ centre, direction, along, across }) =>
    orientedBox(centre, direction, { along, across }).map(({ x, y }) => ({ x: x * cell, y: y * cell })),
  );
  const boxes = zones.map(({ centre, direction, length, height }) =>
    orientedBox(centre, direction, { along: [-length / 2, length / 2], across: [-height / 2, height / 2] }).map(({ x, y }) => ({
      x: ((x - map.origin.x) / map.cellWidth) * cell,
      y: ((y - map.origin.y) / map.cellHeight) * cell,
    })),
  );
  return {
    name: 'candidates',
    caption: `${segments.length} segments (yellow), ${zones.length} candidate zones (blue)`,
    grey,
    shapes: [...outlines.map((points) => polygon(points, '#ffea00')), ...boxes.map((points) => polygon(points, '#00b0ff'))].join(''),
  };
}

/**
 * The traced lines of a crop, a colour for each group, with the probabilities that they were traced
 * in.
 */
export function drawLines({ maps, groups, crop }: EventOf<'lines'>, grey: GreyPlane): Drawing {
  const shapes = groups.flatMap((lines, group) =>
    lines.flatMap(({ centreline, glyphHeight, start, end }) =>
      [-0.5, 0, 0.5].map((side) => {
        const at = (x: number) => ({ x, y: evaluatePolynomial(centreline, x) + side * evaluatePolynomial(glyphHeight, x) });
        return polyline(pointsAlong(start, end, at), colours[group % colours.length]!);
      }),
    ),
  );
  return {
    name: 'lines',
    caption: `Crop of a candidate, ${crop.scale.toFixed(2)} pixels of the picture for each: ${groups.map((lines) => lines.length).join(' + ') || 'no'} lines`,
    grey,
    heat: { width: maps.width, height: maps.height, probability: maps.probability.slice() },
    shapes: shapes.join(''),
  };
}

/** Outlines and lines of the zones over the picture, which is `scale` of its size in `grey`. */
export function drawZones({ zones }: EventOf<'zones'>, grey: GreyPlane, scale: number): Drawing {
  const shapes = zones.flatMap(({ quad, frame, lines }, index) => {
    const colour = colours[index % colours.length]!;
    const toGrey = ({ x, y }: { x: number; y: number }) => ({ x: x * scale, y: y * scale });
    const centrelines = lines.map(({ centreline, start, end }) =>
      pointsAlong(start, end, (u) => toGrey(projectPoint(frame, u, evaluatePolynomial(centreline, u)))),
    );
    return [polygon(quad.map(toGrey), colour), ...centrelines.map((points) => polyline(points, colour))];
  });
  const list = zones.map(({ lines, evidence }) => `${lines.length} lines with evidence ${evidence.toFixed(2)}`);
  return { name: 'zones', caption: `${zones.length} zones: ${list.join(', ') || 'none'}`, grey, shapes: shapes.join('') };
}

/** The lines of a zone as the recogniser gets them, one below the other. */
export function drawStrips({ data, dims }: { readonly data: Float32Array; readonly dims: readonly number[] }): Drawing {
  const [count = 0, , height = 0, width = 0] = dims;
  return { name: 'strips', caption: `${count} strips for the recogniser`, grey: copyGrey(data, width, count * height), shapes: '' };
}
