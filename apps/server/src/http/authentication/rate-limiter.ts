import type { Quota } from '../../fairness/take-permits.ts';

/** What is left of a token's quota, this request counted, and when the quota is whole again. */
export type RateVerdict = { readonly allowed: boolean; readonly remaining: number; readonly resetSeconds: number };

/** Counts one request of a token, which has a quota. */
export type RateLimiter = (tokenId: string, quota: Quota) => RateVerdict;

/**
 * Makes a counter of requests by token, in windows that start with a token's first request. What is
 * refused does not count, so that a client which asks too often gets its whole quota when the
 * window ends.
 *
 * Only tokens that exist may be counted: what is remembered is bounded by their number.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createRateLimiter(now: () => number = () => performance.now()): RateLimiter {
  const windows = new Map<string, { readonly endsAt: number; used: number }>();
  const open = (tokenId: string, time: number, { windowSeconds }: Quota) => {
    // A moment at which anything changes hands anyway; tokens that fell silent are forgotten here.
    for (const [id, { endsAt }] of windows) if (endsAt <= time) windows.delete(id);
    const window = { endsAt: time + windowSeconds * 1000, used: 0 };
    windows.set(tokenId, window);
    return window;
  };
  return (tokenId, quota) => {
    const time = now();
    const known = windows.get(tokenId);
    const window = known && known.endsAt > time ? known : open(tokenId, time, quota);
    const allowed = window.used < quota.requests;
    if (allowed) window.used += 1;
    return { allowed, remaining: Math.max(0, quota.requests - window.used), resetSeconds: Math.ceil((window.endsAt - time) / 1000) };
  };
}
