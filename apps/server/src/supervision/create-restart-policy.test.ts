import { expect, test } from 'vitest';
import { createRestartPolicy } from './create-restart-policy.ts';

const limits = { maxRestarts: 3, windowMs: 60_000, minDelayMs: 200 };

test('delays double within the window, and after the last restart it is given up', () => {
  const policy = createRestartPolicy(limits, () => 0);
  expect([policy.next(), policy.next(), policy.next(), policy.next()]).toEqual([200, 400, 800, undefined]);
});

test('restarts that lie longer back than the window do not count', () => {
  let time = 0;
  const policy = createRestartPolicy(limits, () => time);
  const delays = [0, 30_000, 59_999, 60_000, 60_001, 200_000].map((next) => {
    time = next;
    return policy.next();
  });
  expect(delays).toEqual([200, 400, 800, 800, undefined, 200]);
});
