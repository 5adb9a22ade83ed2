export type RestartLimits = {
  /** Restarts within the window before it is given up. */
  readonly maxRestarts: number;
  readonly windowMs: number;
  /** Delay of the first restart in a window; each later one is twice as long. */
  readonly minDelayMs: number;
};

export type RestartPolicy = {
  /**
   * Counts a restart. Returns after how many milliseconds it is due, or undefined when there were
   * too many.
   */
  readonly next: () => number | undefined;
};

const defaultLimits: RestartLimits = { maxRestarts: 5, windowMs: 60_000, minDelayMs: 200 };

/**
 * Decides whether a service that died is started again: with growing delays, and not when it dies
 * over and over.
 *
 * @param now a clock that never goes back, milliseconds
 */
export function createRestartPolicy(limits: RestartLimits = defaultLimits, now: () => number = () => performance.now()): RestartPolicy {
  let restarts: number[] = [];
  return {
    next: () => {
      const time = now();
      restarts = restarts.filter((then) => time - then < limits.windowMs);
      if (restarts.length >= limits.maxRestarts) return undefined;
      restarts.push(time);
      return limits.minDelayMs * 2 ** (restarts.length - 1);
    },
  };
}
