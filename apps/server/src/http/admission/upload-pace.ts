/** Tells how far a body lags behind the rate that it should have at least. */
export type UploadPace = {
  readonly receive: (bytes: number) => void;
  /** The body is complete: it lags no more. */
  readonly finish: () => void;
  /** Milliseconds behind, beyond the grace; 0 where it is not. */
  readonly lagMs: () => number;
};

/** The minimum rate of a body, 0 for none, and how far it may fall behind. */
export type PaceLimits = { readonly minBytesPerSecond: number; readonly graceMs: number };

/**
 * Starts to measure a body. Each byte is worth the time in which it should have come; what is saved
 * up by coming faster is capped at `graceMs`, so that an upload which stops is found out no later
 * than one that never began.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createUploadPace({ minBytesPerSecond, graceMs }: PaceLimits, now: () => number): UploadPace {
  let credit = graceMs;
  let at = now();
  let isFinished = minBytesPerSecond === 0;
  return {
    receive: (bytes) => {
      const time = now();
      credit = Math.min(graceMs, credit - (time - at) + (bytes * 1000) / minBytesPerSecond);
      at = time;
    },
    finish: () => {
      isFinished = true;
    },
    lagMs: () => (isFinished ? 0 : Math.max(0, now() - at - credit)),
  };
}
