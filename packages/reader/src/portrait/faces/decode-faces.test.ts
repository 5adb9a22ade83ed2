import { expect, test } from 'vitest';
import { decodeFaces } from './decode-faces.ts';

const cells = 48 * 48;

/**
 * An answer in which some cells see a face: of 40 x 50 pixels, `x` and `y` from the cell's middle.
 */
function answerOf(seen: readonly { readonly cell: number; readonly logit: number; readonly x?: number; readonly y?: number }[]) {
  const data = new Float32Array(cells * 17);
  for (let cell = 0; cell < cells; cell++) data[cell * 17] = -20;
  for (const { cell, logit, x = 0, y = 0 } of seen) {
    const points = [x - 10, y - 8, x + 10, y - 8, x, y, x, y + 12, x - 20, y, x + 20, y];
    data.set([logit, x, y, 40, 50, ...points], cell * 17);
  }
  return { data, dims: [1, cells, 17] };
}

test('a face lies where its cell says, in pixels from the middle of the cell', () => {
  // Row 10, column 20: its middle is (82, 42).
  const [face, ...others] = decodeFaces(answerOf([{ cell: 10 * 48 + 20, logit: 0, x: 3, y: -2 }]), 0.5);
  expect({ face, others }).toEqual({
    face: {
      left: 65,
      top: 15,
      right: 105,
      bottom: 65,
      eyes: [
        { x: 75, y: 32 },
        { x: 95, y: 32 },
      ],
      mouth: { x: 85, y: 52 },
      confidence: 0.5,
    },
    others: [],
  });
});

test('cells that see the same face are one, surest first, and what is less sure than asked for is none', () => {
  const answer = answerOf([
    { cell: 10 * 48 + 10, logit: 1 },
    { cell: 10 * 48 + 11, logit: 1 },
    { cell: 40 * 48 + 40, logit: 2 },
    { cell: 5 * 48 + 40, logit: -1 },
  ]);
  expect(decodeFaces(answer, 0.5).map(({ left, top, confidence }) => [left, top, Number(confidence.toFixed(3))])).toEqual([
    [142, 137, 0.881],
    [24, 17, 0.731],
  ]);
  expect(decodeFaces(answer, 0.9)).toEqual([]);
});
