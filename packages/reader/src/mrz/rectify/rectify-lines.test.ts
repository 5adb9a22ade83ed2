import { describe, expect, it } from 'vitest';
import { drawLineCores, endGrey, type LineCoreDocument, startGrey } from '../../../test/draw-line-cores.ts';
import { singlePlane } from '../../../test/single-plane.ts';
import type { Homography } from '../../geometry/homography.ts';
import type { Polynomial } from '../../geometry/polynomial.ts';
import { wholePlane } from '../../image/plane.ts';
import { createScratch } from '../../image/scratch.ts';
import { stripGeometry, turnStrips } from '../line-strips.ts';
import type { TracedZone } from '../traced-zone.ts';
import { rectifyLines } from './rectify-lines.ts';

const length = 24;
const { height, glyphHeight, margin } = stripGeometry;

function zoneOf(document: LineCoreDocument, glyphHeight_px: number, centrelines: Polynomial[]): TracedZone {
  const corner = { x: 0, y: 0 };
  return {
    quad: [corner, corner, corner, corner],
    rotation_deg: 0,
    glyphHeight_px,
    frame: document.frame,
    lines: centrelines.map((centreline) => ({ centreline, height: 1, start: 0, end: length })),
    evidence: 1,
    fitsLayout: true,
  };
}

const flat = (v: number): Polynomial => ({ coefficients: [v], centre: 0, halfSpan: 1 });

async function rectify(document: LineCoreDocument, glyph: number, centrelines: Polynomial[]) {
  const planes = singlePlane(drawLineCores(760, 560, [document]));
  return await rectifyLines(planes, zoneOf(document, glyph, centrelines), createScratch());
}

/** First and last row where a column of a strip is darker than halfway between paper and ribbon. */
function ribbonRows(data: Float32Array, width: number, line: number, column: number): [number, number] {
  const rows = Array.from({ length: height }, (_, row) => row);
  const grey = (row: number) => data[(line * height + row) * width + column]!;
  const middle = (1 + grey(height / 2)) / 2;
  const dark = rows.filter((row) => grey(row) < middle);
  return [dark[0] ?? -1, (dark.at(-1) ?? -1) + 1];
}

/**
 * The grey that the ribbon's ramp must have at a column of a strip in which glyphs are evenly
 * spaced.
 */
const rampAt = (column: number) => (startGrey + ((endGrey - startGrey) * (column + 0.5 - margin)) / glyphHeight / length) / 255;

describe('rectifyLines', () => {
  const turned: Homography = [14, -9, 200, 9, 14, 60, 0, 0, 1];
  const tilted: Homography = [30, 3, 60, 2, 30, 200, 0.02, 0.004, 1];

  it.each([
    ['turned', turned, 16.6],
    ['in strong perspective', tilted, 24],
    ['much larger than the strip', [28, 2, 40, -1, 28, 200, 0, 0, 1] as Homography, 28],
    ['much smaller than the strip', [7, 0.5, 40, -0.5, 7, 200, 0, 0, 1] as Homography, 7],
  ])('draws lines upright, centred and evenly spaced: %s', async (_, frame, glyph) => {
    const { data, lines, width } = await rectify({ frame, length, lines: [0, 2.6] }, glyph, [flat(0), flat(2.6)]);
    expect([lines, width]).toEqual([2, Math.ceil((length * glyphHeight + 2 * margin) / 8) * 8]);
    expect(data).toHaveLength(2 * height * width);
    for (const line of [0, 1]) {
      for (const column of [margin + 8, margin + 150, margin + 300, margin + length * glyphHeight - 9]) {
        const [top, bottom] = ribbonRows(data, width, line, column);
        expect(Math.abs((top + bottom) / 2 - height / 2)).toBeLessThanOrEqual(1);
        expect(Math.abs(bottom - top - 0.6 * glyphHeight)).toBeLessThanOrEqual(2);
        expect(data[(line * height + height / 2) * width + column]).toBeCloseTo(rampAt(column), 1.7);
      }
      expect(data[(line * height + height / 2) * width + margin - 4]).toBeCloseTo(1, 1);
    }
  });

  it('flattens a curved line', async () => {
    // v = 1.5 t² with t from -1 at the line's start to 1 at its end.
    const curve = (u: number) => 1.5 * (u / 12 - 1) ** 2;
    const centreline = { coefficients: [0, 0, 1.5], centre: 12, halfSpan: 12 };
    const { data, width } = await rectify({ frame: turned, length, lines: [0], curve }, 16.6, [centreline]);
    for (const column of [margin + 8, margin + 220, margin + length * glyphHeight - 9]) {
      const [top, bottom] = ribbonRows(data, width, 0, column);
      expect(Math.abs((top + bottom) / 2 - height / 2)).toBeLessThanOrEqual(1);
    }
  });

  it('asks for a plane in which the glyphs are large enough, and for no finer one', async () => {
    const picture = drawLineCores(40, 40, []);
    const asked: number[] = [];
    const planeAtLeast = (scale: number) => {
      asked.push(scale);
      return Promise.resolve(wholePlane(picture));
    };
    const planes = { width: 4000, height: 4000, planeAtLeast };
    const document = { frame: turned, length, lines: [0] };
    await rectifyLines(planes, zoneOf(document, 64, [flat(0)]), createScratch());
    await rectifyLines(planes, zoneOf(document, 8, [flat(0)]), createScratch());
    expect(asked).toEqual([0.25, 1]);
  });
});

it('turns strips upside down', () => {
  const data = Float32Array.from({ length: 2 * height * 8 }, (_, at) => at);
  const turned = turnStrips({ data, lines: 2, width: 8 });
  expect(turned).toEqual({ data: data.toReversed(), lines: 2, width: 8 });
  expect(turnStrips(turned).data).toEqual(data);
});
