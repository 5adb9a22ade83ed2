import { expect, test } from 'vitest';
import { createUploadPace } from './upload-pace.ts';

const limits = { minBytesPerSecond: 1000, graceMs: 10_000 };

test('one that never begins lags after the grace, and no more once it is complete', () => {
  let time = 5;
  const pace = createUploadPace(limits, () => time);
  time += 10_000;
  expect(pace.lagMs()).toBe(0);
  time += 500;
  expect(pace.lagMs()).toBe(500);
  pace.finish();
  expect(pace.lagMs()).toBe(0);
});

test('one that keeps the rate never lags; one at half of it lags after twice the grace', () => {
  let time = 0;
  const [right, half] = [createUploadPace(limits, () => time), createUploadPace(limits, () => time)];
  const lags: number[][] = [];
  for (let second = 1; second <= 30; second += 1) {
    time += 1000;
    right.receive(1000);
    half.receive(500);
    if (second % 10 === 0) lags.push([right.lagMs(), half.lagMs()]);
  }
  expect(lags).toEqual([
    [0, 0],
    [0, 0],
    [0, 5000],
  ]);
});

test('a fast beginning buys no more than the grace', () => {
  let time = 0;
  const pace = createUploadPace(limits, () => time);
  pace.receive(100_000_000);
  time += 12_000;
  expect(pace.lagMs()).toBe(2000);
  pace.receive(3000);
  expect(pace.lagMs()).toBe(0);
});

test('without a rate nothing lags', () => {
  let time = 0;
  const pace = createUploadPace({ minBytesPerSecond: 0, graceMs: 0 }, () => time);
  time += 1_000_000;
  expect(pace.lagMs()).toBe(0);
});
