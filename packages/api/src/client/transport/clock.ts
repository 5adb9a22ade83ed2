/** What the client knows of time; tests bring one that takes none. */
export type Clock = {
  readonly now: () => Date;
  /** Resolves after `ms` milliseconds. @throws the signal's reason */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export const systemClock: Clock = { now: () => new Date(), wait };

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
