import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRetry } from './retry-schedule.ts';

const since = new Date('2026-11-23T12:00:00Z');
const day = { firstDelayMs: 5000, windowMs: 24 * 3_600_000 };

/** Milliseconds after the event of every attempt to a receiver that never answers. */
function attempts(random: () => number, retryAfterMs = 0): number[] {
  const times = [];
  for (let at: Date | undefined = since; at; at = planRetry(day, since, at, random(), retryAfterMs))
    times.push(at.getTime() - since.getTime());
  return times;
}
const inSeconds = (times: readonly number[]) => times.map((ms) => ms / 1000);

test('the schedule that the guide prints: three times as long each time, at most three hours, the last attempt after 24 hours', () => {
  expect(inSeconds(attempts(() => 0.5))).toEqual([
    ...[0, 5, 20, 65, 200, 605, 1820, 5465, 16_265],
    ...[27_065, 37_865, 48_665, 59_465, 70_265, 81_065, 86_400],
  ]);
});

test('a receiver may ask for more patience, up to an hour at a time', () => {
  expect(inSeconds(attempts(() => 0.5, 600_000)).slice(0, 4)).toEqual([0, 600, 1805, 5420]);
  expect(inSeconds(attempts(() => 0.5, 999_999_000)).slice(0, 3)).toEqual([0, 3600, 10_805]);
});

test('whatever chance does: each delay strays by a fifth at most, and the last attempt is at the end', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
      const times = attempts(() => stream.next().value as number);
      for (const [index, at] of times.slice(0, -2).entries()) {
        const plan = Math.min(5000 + 2 * at, 3 * 3_600_000);
        const delay = times[index + 1]! - at;
        expect(delay).toBeGreaterThanOrEqual(Math.floor(plan * 0.8));
        expect(delay).toBeLessThanOrEqual(Math.ceil(plan * 1.2));
      }
      expect(times.at(-1)).toBe(day.windowMs);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('a clock that was set back does no harm', () => {
  expect(planRetry(day, since, new Date(since.getTime() - 60_000), 0.5)).toEqual(new Date(since.getTime() - 55_000));
});
