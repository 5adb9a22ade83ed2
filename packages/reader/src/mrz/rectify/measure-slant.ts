import type { Scratch } from '../../image/scratch.ts';
import { type LineStrips, stripGeometry } from '../line-strips.ts';

/**
 * Largest slant that is tried, in either direction, and the step between slants: pixels to the
 * right for each pixel down.
 */
const maxSlant = 0.6;
const step = 0.1;
/** Every second row is enough to see the slant; they make up the glyph height in threes. */
const rowStep = 2;
const tries = Math.round(maxSlant / step);

/**
 * How much the glyphs of strips lean: pixels to the right for each pixel down, 0 for upright ones.
 * If columns are summed along the lean, strokes fall onto each other and the sums vary most.
 */
export function measureSlant(strips: LineStrips, scratch: Scratch): number {
  const unevenness = Array.from({ length: 2 * tries + 1 }, (_, index) => measureUnevenness(strips, (index - tries) * step, scratch));
  const best = unevenness.indexOf(Math.max(...unevenness));
  const left = unevenness[best - 1];
  const right = unevenness[best + 1];
  const top = unevenness[best]!;
  if (left === undefined || right === undefined) return (best - tries) * step;
  // The peak of the parabola through the best slant and its neighbours.
  const curvature = left - 2 * top + right;
  return (best - tries + (curvature < 0 ? (left - right) / (2 * curvature) : 0)) * step;
}

function measureUnevenness({ data, lines, width }: LineStrips, slant: number, scratch: Scratch): number {
  const { height, glyphHeight } = stripGeometry;
  const sums = scratch.doubles('slant.sums', width);
  const first = (height - glyphHeight) / 2;
  const reach = Math.ceil((Math.abs(slant) * glyphHeight) / 2) + 1;
  const offsetOf = (row: number) => row * width + Math.round(slant * (row + 0.5 - height / 2));
  let unevenness = 0;
  for (let line = 0; line < lines; line++) {
    sums.fill(0);
    // Three rows at once: the sums are read and written a third as often.
    for (let row = first; row < first + glyphHeight; row += 3 * rowStep) {
      const upper = line * height * width + offsetOf(row);
      const middle = line * height * width + offsetOf(row + rowStep);
      const lower = line * height * width + offsetOf(row + 2 * rowStep);
      for (let x = reach; x < width - reach; x++) sums[x] = sums[x]! + data[upper + x]! + data[middle + x]! + data[lower + x]!;
    }
    for (let x = reach + 1; x < width - reach; x++) unevenness += (sums[x]! - sums[x - 1]!) ** 2;
  }
  return unevenness;
}
