import { expect, test } from 'vitest';
import { partSteps } from './part-steps.ts';

const logs = (...values: number[]) => Float32Array.from(values, Math.log);

test('a row of two steps becomes two rows, each of which sums to one', () => {
  const { data, dims } = partSteps({ data: logs(0.1, 0.3, 0.45, 0.15), dims: [1, 1, 4] }, 2);
  expect([dims, Array.from(data, (value) => Math.round(Math.exp(value) * 1000) / 1000)]).toEqual([
    [1, 2, 2],
    [0.25, 0.75, 0.75, 0.25],
  ]);
});

test('rows of one step stay as they are', () => {
  const answer = { data: logs(0.25, 0.75), dims: [1, 1, 2] };
  expect(partSteps(answer, 2)).toEqual(answer);
});
