import type { Quota, TakePermits } from '../../fairness/take-permits.ts';
import type { RateVerdict } from './rate-limiter.ts';

/**
 * Which part of a quota a process takes at once: what it then does not use is lost to the others
 * until the window ends.
 */
const takenShare = 1 / 100;

type Window = { readonly endsAt: number; permits: number; readonly remaining: number };

/**
 * Makes a counter of requests that holds over all processes: each takes permits in advance, a
 * hundredth of the quota at a time, and asks again when they are used up. Where nothing is left it
 * does not ask before the window ends. So a request waits for the database at most once in a
 * hundred where quotas are large.
 *
 * @param takePermits from what all processes share
 * @param now milliseconds of a clock that never goes back
 * @returns counts one request of a subject, which has a quota; a promise where permits have to be
 *   taken first
 */
export function createSharedRateLimiter(
  takePermits: TakePermits,
  now: () => number = () => performance.now(),
): (subject: string, quota: Quota) => RateVerdict | Promise<RateVerdict> {
  // By subject and quota: what was taken of one says nothing of another, which a token may get.
  const windows = new Map<string, Window>();
  const taking = new Map<string, Promise<void>>();
  const nameOf = (subject: string, { requests }: Quota) => `${requests} ${subject}`;
  const take = async (subject: string, quota: Quota) => {
    const batch = Math.max(1, Math.floor(quota.requests * takenShare));
    const { granted, remaining, leftMs } = await takePermits(subject, quota, batch);
    const time = now();
    // Subjects that fell silent are forgotten here.
    for (const [known, { endsAt }] of windows) if (endsAt <= time) windows.delete(known);
    windows.set(nameOf(subject, quota), { endsAt: time + leftMs, permits: granted, remaining });
  };
  /** Those who come meanwhile wait for the same permits. */
  const takeOnce = (subject: string, quota: Quota) => {
    const name = nameOf(subject, quota);
    const under = taking.get(name) ?? take(subject, quota).finally(() => taking.delete(name));
    taking.set(name, under);
    return under;
  };
  const countKnown = (subject: string, quota: Quota): RateVerdict | undefined => {
    const window = windows.get(nameOf(subject, quota));
    const leftMs = (window?.endsAt ?? 0) - now();
    if (!window || leftMs <= 0 || (window.permits === 0 && window.remaining > 0)) return undefined;
    const allowed = window.permits > 0;
    if (allowed) window.permits -= 1;
    return { allowed, remaining: window.remaining + window.permits, resetSeconds: Math.ceil(leftMs / 1000) };
  };
  const takeThenCount = async (subject: string, quota: Quota): Promise<RateVerdict> => {
    for (;;) {
      await takeOnce(subject, quota);
      const verdict = countKnown(subject, quota);
      if (verdict) return verdict;
    }
  };
  return (subject, quota) => countKnown(subject, quota) ?? takeThenCount(subject, quota);
}
