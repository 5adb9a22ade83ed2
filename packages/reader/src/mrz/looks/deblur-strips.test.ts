import { expect, it } from 'vitest';
import { stripGeometry } from '../line-strips.ts';
import { deblurStrips } from './deblur-strips.ts';
import { type Smear, smearPixels } from './smear.ts';

const width = 160;
const { height } = stripGeometry;

/** A row of crosses, so that there are strokes in either direction. */
function drawCrosses(): Float32Array {
  const pixels = new Float32Array(width * height).fill(0.9);
  for (let left = 20; left < width - 20; left += 17) {
    for (let at = 0; at < 13; at++) {
      for (const [x, y] of [
        [at, 6],
        [at, 7],
        [6, at],
        [7, at],
      ] as const)
        pixels[(y + 9) * width + left + x] = 0.2;
    }
  }
  return pixels;
}

const difference = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + (value - b[at]!) ** 2, 0);

it.each<Smear>([
  { along: 'all', length: 5 },
  { along: 'row', length: 9 },
  { along: 'column', length: 9 },
  { along: 'fall', length: 5 },
  { along: 'rise', length: 5 },
])('brings back what was smeared, in every line: %j', (smear) => {
  const sharp = drawCrosses();
  const blurred = smearPixels(sharp, { width, height }, smear);
  const data = new Float32Array(2 * blurred.length);
  data.set(blurred);
  data.set(blurred, blurred.length);
  const restored = deblurStrips({ data, lines: 2, width }, smear);
  expect([restored.lines, restored.width, restored.data.length]).toEqual([2, width, data.length]);
  for (const line of [0, 1]) {
    const pixels = restored.data.subarray(line * sharp.length, (line + 1) * sharp.length);
    expect(difference(pixels, sharp)).toBeLessThan(0.5 * difference(blurred, sharp));
  }
  expect(data.subarray(0, blurred.length)).toEqual(blurred);
});

it('adds nothing to paper without print', () => {
  const data = new Float32Array(width * height).fill(0.7);
  const { data: restored } = deblurStrips({ data, lines: 1, width }, { along: 'all', length: 7 });
  for (const value of restored) expect(value).toBeCloseTo(0.7, 4);
});
