import { expect, it } from 'vitest';
import { singlePlane } from '../../../test/single-plane.ts';
import type { Homography } from '../../geometry/homography.ts';
import type { Point } from '../../geometry/point.ts';
import type { GreyPlane } from '../../image/plane.ts';
import { createScratch } from '../../image/scratch.ts';
import { outlineZone, type TracedLine, type TracedZone } from '../traced-zone.ts';
import { measureSlant } from './measure-slant.ts';
import { rectifyZone } from './rectify-zone.ts';

const glyph = 16;
const characters = 20;
const origin = { x: 60, y: 60 };
const spacing = 2.6;

/**
 * Two lines of strokes, one for each character, that lean by `slant` pixels to the right for each
 * pixel down, as do the lines' ends.
 */
function drawStrokes(slant: number): GreyPlane {
  const plane = { width: 460, height: 160, data: new Uint8Array(460 * 160).fill(230) };
  for (let y = 0; y < plane.height; y++) {
    const v = (y + 0.5 - origin.y) / glyph;
    if (Math.abs(v) > 0.5 && Math.abs(v - spacing) > 0.5) continue;
    for (let x = 0; x < plane.width; x++) {
      const u = (x + 0.5 - origin.x) / glyph - slant * v;
      if (u > 0 && u < characters && u % 1 > 0.35 && u % 1 < 0.55) plane.data[y * plane.width + x] = 40;
    }
  }
  return plane;
}

/** A zone that was traced without noticing the lean: its second line just starts further right. */
function traceStrokes(slant: number): TracedZone {
  const frame: Homography = [glyph, 0, origin.x, 0, glyph, origin.y, 0, 0, 1];
  const lines = [0, spacing].map((v): TracedLine => {
    const start = slant * v;
    const centreline = { coefficients: [v], centre: start + characters / 2, halfSpan: characters / 2 };
    return { centreline, height: 1, start, end: start + characters };
  });
  return { quad: outlineZone(lines, frame), rotation_deg: 0, glyphHeight_px: glyph, frame, lines, evidence: 1, fitsLayout: true };
}

it.each([-0.45, -0.2, 0.15, 0.3, 0.5])('straightens glyphs that lean by %f', async (slant) => {
  const scratch = createScratch();
  const { zone, strips } = await rectifyZone(singlePlane(drawStrokes(slant)), traceStrokes(slant), scratch);
  expect(Math.abs(measureSlant(strips, scratch))).toBeLessThan(0.05);
  const corner = (u: number, v: number): Point => ({ x: origin.x + glyph * (u + slant * v), y: origin.y + glyph * v });
  const truth = [corner(0, -0.5), corner(characters, -0.5), corner(characters, spacing + 0.5), corner(0, spacing + 0.5)];
  zone.quad.forEach((point, index) => {
    const { x, y } = truth[index]!;
    expect(Math.hypot(point.x - x, point.y - y)).toBeLessThan(0.2 * glyph);
  });
});

it('leaves a zone alone whose glyphs stand upright', async () => {
  const traced = traceStrokes(0);
  const { zone } = await rectifyZone(singlePlane(drawStrokes(0.03)), traced, createScratch());
  expect(zone).toBe(traced);
});
