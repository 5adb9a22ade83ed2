/**
 * How often the watched thread shows that its event loop turns, and how often the watchdog looks
 * for it, milliseconds.
 */
export const beatMs = 250;

/** What the watching thread is given. */
export type WatchdogInput = {
  /** One number, which the watched thread counts up. */
  readonly beats: Int32Array<SharedArrayBuffer>;
  readonly maxBlockedMs: number;
};
