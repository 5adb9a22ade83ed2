import { expect, it } from 'vitest';
import { singlePlane } from '../../test/single-plane.ts';
import { evenLight } from './even-light.ts';
import { allRows } from './plane.ts';

const size = { width: 240, height: 160 };

/** Vertical strokes, three pixels wide, on paper in the light that falls on each place. */
function drawStrokes(lightAt: (x: number, y: number) => number) {
  const data = new Uint8Array(size.width * size.height);
  for (let at = 0; at < data.length; at++) {
    const x = at % size.width;
    data[at] = (x % 12 < 3 ? 0.3 : 1) * lightAt(x, Math.floor(at / size.width));
  }
  return { ...size, data };
}

async function even(lightAt: (x: number, y: number) => number): Promise<Uint8Array> {
  const planes = evenLight(singlePlane(drawStrokes(lightAt)), 9);
  return allRows(await planes.planeAtLeast(1)).data;
}

const isStroke = (at: number) => [1].includes((at % size.width) % 12);
const isPaper = (at: number) => [6, 7, 8].includes((at % size.width) % 12);

it.each([
  ['even light', () => 200],
  ['a shadow whose edge lies across the strokes', (_x: number, y: number) => Math.min(210, Math.max(70, 210 - 17 * (y - 76)))],
  ['dark that grows along them', (x: number) => 40 + x / 2],
])('makes paper white and keeps strokes as dark as they are beside it: %s', async (_name, lightAt) => {
  const evened = await even(lightAt);
  const tones = (isOne: (at: number) => boolean) => [...evened].filter((_, at) => isOne(at));
  expect(Math.min(...tones(isPaper))).toBeGreaterThan(180);
  expect(Math.max(...tones(isStroke))).toBeLessThan(100);
});

it('evens only the rows that are asked for, the same whichever they are', async () => {
  const shaded = drawStrokes((_x, y) => (y < 80 ? 210 : 70));
  const asked: [number, number][] = [];
  const source = {
    ...size,
    planeAtLeast: () =>
      Promise.resolve({
        ...size,
        rows(from: number, to: number) {
          asked.push([from, to]);
          return shaded;
        },
      }),
  };
  const planes = evenLight(source, 9);
  const part = (await planes.planeAtLeast(1)).rows(70, 80);
  expect(asked).toEqual([[52, 140]]);
  const whole = allRows(await evenLight(singlePlane(shaded), 9).planeAtLeast(1));
  expect(part.data.subarray(64 * size.width, 128 * size.width)).toEqual(whole.data.subarray(64 * size.width, 128 * size.width));
});

it('leaves black black', async () => {
  expect(Math.max(...(await even(() => 0)))).toBe(0);
});
