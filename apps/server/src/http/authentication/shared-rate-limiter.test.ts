import { expect, test } from 'vitest';
import type { TakePermits } from '../../fairness/take-permits.ts';
import { createSharedRateLimiter } from './shared-rate-limiter.ts';

/** What processes share, kept here: as `createPermits` counts on a server. */
function shareQuota(clock: { now: number }): { take: TakePermits; calls: () => number } {
  let [used, endsAt, calls] = [0, 0, 0];
  const take: TakePermits = (_subject, { requests, windowSeconds }, count) => {
    calls += 1;
    if (endsAt <= clock.now) [used, endsAt] = [0, clock.now + windowSeconds * 1000];
    const granted = Math.max(0, Math.min(count, requests - used));
    used += count;
    return Promise.resolve({ granted, remaining: Math.max(0, requests - used), leftMs: endsAt - clock.now });
  };
  return { take, calls: () => calls };
}

test('two processes give one quota away between them, however many ask at once, and the next when the window ends', async () => {
  const clock = { now: 0 };
  const { take } = shareQuota(clock);
  const [one, other] = [0, 1].map(() => createSharedRateLimiter(take, () => clock.now));
  const quota = { requests: 10, windowSeconds: 60 };
  const count = async () => {
    const verdicts = await Promise.all(Array.from({ length: 24 }, (_, index) => (index % 2 ? one! : other!)('a', quota)));
    return verdicts.filter(({ allowed }) => allowed).length;
  };
  expect([await count(), await count()]).toEqual([10, 0]);
  clock.now = 60_000;
  expect(await count()).toBe(10);
});

test('of a large quota a hundredth is taken at once; when nothing is left nobody asks again', async () => {
  const clock = { now: 0 };
  const { take, calls } = shareQuota(clock);
  const counter = createSharedRateLimiter(take, () => clock.now);
  const count = (subject: string) => counter(subject, { requests: 1000, windowSeconds: 60 });
  expect(await count('a')).toEqual({ allowed: true, remaining: 999, resetSeconds: 60 });
  expect(count('a')).toEqual({ allowed: true, remaining: 998, resetSeconds: 60 });
  for (let index = 2; index < 1000; index += 1) await count('a');
  expect([calls(), await count('a'), calls()]).toEqual([100, { allowed: false, remaining: 0, resetSeconds: 60 }, 100]);
});

test('a quota that was raised is asked for at once, though nothing of the former is left', async () => {
  const { take } = shareQuota({ now: 0 });
  const count = createSharedRateLimiter(take, () => 0);
  const ask = async (requests: number) => (await count('a', { requests, windowSeconds: 60 })).allowed;
  expect([await ask(1), await ask(1), await ask(2), await ask(2)]).toEqual([true, false, true, false]);
});
