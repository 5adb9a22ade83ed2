/** Work that goes on behind whoever handed it in, within bounds. */
export type WriteBehind = {
  /**
   * Starts work, and resolves when there is room for more.
   *
   * @param bytes what the work holds in memory
   * @throws what earlier work threw
   */
  readonly add: (bytes: number, work: () => Promise<void>) => Promise<void>;
  /** Resolves when all of it has ended. @throws what some of it threw */
  readonly settled: () => Promise<void>;
};

/** More at a time gain nothing: libuv has four threads for files. */
const maxConcurrent = 4;

/**
 * Lets files be written while the next ones are received: each is synced, and syncs that run side
 * by side share the disk's work.
 *
 * @param maxBytes held by all work under way; one larger piece is taken when there is no other
 */
export function openWriteBehind(maxBytes: number): WriteBehind {
  const running = new Set<Promise<void>>();
  let held = 0;
  let failure: { readonly error: unknown } | undefined;
  const throwFailure = () => {
    if (failure) throw failure.error;
  };
  const start = (bytes: number, work: () => Promise<void>) => {
    held += bytes;
    const ended: Promise<void> = work()
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => {
        held -= bytes;
        running.delete(ended);
      });
    running.add(ended);
  };
  return {
    add: async (bytes, work) => {
      while (running.size > 0 && held + bytes > maxBytes) await Promise.race(running);
      throwFailure();
      start(bytes, work);
      if (running.size >= maxConcurrent) await Promise.race(running);
    },
    settled: async () => {
      await Promise.all(running);
      throwFailure();
    },
  };
}
