export type RetrySchedule = {
  /** Time between the first attempt and the second. */
  readonly firstDelayMs: number;
  /** From the event on, how long it is tried. */
  readonly windowMs: number;
};

/** Longest time between two attempts. */
const maxDelayMs = 3 * 3_600_000;

/** A receiver that asks for more patience than this gets no more. */
const maxRetryAfterMs = 3_600_000;

/**
 * How far a delay strays to either side, so that what failed together does not come back together.
 */
const jitter = 0.2;

/**
 * When to try again: each delay is three times the one before, since it is the first delay plus
 * twice the time that has passed; at most three hours, never sooner than the receiver asked for,
 * and for the last time when the window ends. Computed from times alone, so that a restart changes
 * nothing.
 *
 * @param since when the schedule began
 * @param now when the last attempt failed
 * @param random 0 to 1
 * @returns undefined when the window is over
 */
export function planRetry(schedule: RetrySchedule, since: Date, now: Date, random: number, retryAfterMs = 0): Date | undefined {
  const end = since.getTime() + schedule.windowMs;
  if (now.getTime() >= end) return undefined;
  const elapsedMs = Math.max(0, now.getTime() - since.getTime());
  const delayMs = Math.min(schedule.firstDelayMs + 2 * elapsedMs, maxDelayMs) * (1 + jitter * (2 * random - 1));
  const next = now.getTime() + Math.max(delayMs, Math.min(retryAfterMs, maxRetryAfterMs));
  return new Date(Math.round(Math.min(next, end)));
}
