import { expect, test } from 'vitest';
import { closerCuts } from './look-closer.ts';

test('a line is cut longer, higher and lower, about the same middle', () => {
  const line = { left: 100, right: 200, capTop: 40, baseLine: 60, slope: 0.1, strength: 1 };
  const cuts = closerCuts(line).map(({ left, right, capTop, baseLine }) => [left, right, baseLine - capTop].map(Math.round));
  expect(cuts).toEqual([
    [72, 228, 20],
    [92, 208, 23],
    [92, 208, 18],
  ]);
  // The middle at the old left end is what it was.
  for (const { left, capTop, baseLine } of closerCuts(line)) {
    const middle = (capTop + baseLine) / 2 + line.slope * (line.left - left);
    expect(Math.abs(middle - 50)).toBeLessThan(1);
  }
});
