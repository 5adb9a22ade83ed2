import type { Point } from '../../geometry/point.ts';
import { evaluatePolynomial, type Polynomial } from '../../geometry/polynomial.ts';
import type { Quad } from '../../geometry/quad.ts';
import type { CropLine } from '../trace/crop-line.ts';
import { traceTuning } from '../trace-tuning.ts';
import { fitLineEnds, type LineEnds } from './fit-line-ends.ts';

const { minTaper, maxTaper } = traceTuning.shape;

/**
 * The quad in a crop between the middles of a zone's first and last line (for a single line:
 * between the feet and the heads of its capitals): a rectangle on the document.
 */
export function fitZoneQuad(lines: readonly CropLine[]): Quad {
  const first = lines[0] as CropLine;
  const last = lines.at(-1) as CropLine;
  const upright = -meanSlope(lines);
  const left = fitLineEnds(lines, 'start', upright);
  const right = fitLineEnds(lines, 'end', upright);
  if (lines.length > 1)
    return [meet(left, first.centreline), meet(right, first.centreline), meet(right, last.centreline), meet(left, last.centreline)];
  const start = meet(left, first.centreline);
  const end = meet(right, first.centreline);
  const [startHalf, endHalf] = halfHeights(first);
  return [shift(start, upright, -startHalf), shift(end, upright, -endHalf), shift(end, upright, endHalf), shift(start, upright, startHalf)];
}

/** Slope of the lines' chords, weighted by length. */
function meanSlope(lines: readonly CropLine[]): number {
  let rise = 0;
  let run = 0;
  for (const { centreline, start, end } of lines) {
    rise += evaluatePolynomial(centreline, end) - evaluatePolynomial(centreline, start);
    run += end - start;
  }
  return rise / run;
}

/**
 * Where an edge meets a centreline; both are nearly straight, so fixed-point iteration converges at
 * once.
 */
function meet(edge: LineEnds, centreline: Polynomial): Point {
  let x = edge.x;
  let y = edge.y;
  for (let i = 0; i < 4; i++) {
    y = evaluatePolynomial(centreline, x);
    x = edge.x + edge.slope * (y - edge.y);
  }
  return { x, y };
}

function halfHeights({ glyphHeight, start, end }: CropLine): [number, number] {
  const atStart = evaluatePolynomial(glyphHeight, start);
  const atEnd = evaluatePolynomial(glyphHeight, end);
  const mean = (atStart + atEnd) / 2;
  const taper = (atEnd - atStart) / mean;
  const believed = Math.abs(taper) < minTaper ? 0 : Math.max(-maxTaper, Math.min(maxTaper, taper));
  return [(mean / 2) * (1 - believed / 2), (mean / 2) * (1 + believed / 2)];
}

function shift(point: Point, slope: number, distance: number): Point {
  const norm = Math.hypot(1, slope);
  return { x: point.x + (distance * slope) / norm, y: point.y + distance / norm };
}
