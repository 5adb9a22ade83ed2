import { expect, it } from 'vitest';
import { stripGeometry } from '../line-strips.ts';
import { measureUnevenness } from './measure-unevenness.ts';

const width = 416;
const { height } = stripGeometry;

/** Two lines of strokes on paper of the tone that each line has at each column. */
function drawStrips(toneAt: (line: number, x: number) => number) {
  const data = new Float32Array(2 * width * height);
  for (let at = 0; at < data.length; at++) {
    const x = at % width;
    data[at] = toneAt(Math.floor(at / (width * height)), x) * (x % 9 < 3 ? 0.2 : 1);
  }
  return { data, lines: 2, width };
}

it.each([
  ['even light, whatever is printed', () => 0.8, 1],
  ['a line in the shadow', (line: number) => (line === 0 ? 0.9 : 0.33), 2.58],
  ['a shadow over half of each line', (_line: number, x: number) => (x < 208 ? 0.2 : 0.66), 3],
  ['a stain on a single letter', (_line: number, x: number) => (x > 200 && x < 210 ? 0.3 : 0.8), 1],
  ['black', () => 0, 1],
])('%s', (_name, toneAt, expected) => {
  expect(measureUnevenness(drawStrips(toneAt))).toBeCloseTo(expected, 2);
});

it('lines too short for a piece of paper are lit evenly', () => {
  expect(measureUnevenness({ data: new Float32Array(64 * height), lines: 1, width: 64 })).toBe(1);
});
