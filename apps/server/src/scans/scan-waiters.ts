import type { Database } from '../database/database.ts';
import { finishedChannel } from './finished-channel.ts';

/** Lets requests wait for a scan to finish, without asking the database again and again. */
export type ScanWaiters = {
  /**
   * Resolves when the scan finishes, after `timeoutMs`, when `signal` aborts, or when the waiters close; which of them, the caller sees
   * by reading the scan again. Start it before reading the scan, or its end can fall in between.
   */
  readonly wait: (scanId: number, timeoutMs: number, signal: AbortSignal) => Promise<void>;
  /** Lets everybody go on at once, now and from now on. */
  readonly close: () => Promise<void>;
};

/** Listens for finished scans on the database. */
export async function openScanWaiters(database: Database): Promise<ScanWaiters> {
  const waiting = new Map<number, Set<() => void>>();
  const closing = new AbortController();
  const stop = await database.listen(finishedChannel, (payload) => {
    for (const wake of waiting.get(Number(payload)) ?? []) wake();
  });
  return {
    wait: async (scanId, timeoutMs, signal) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const ended = AbortSignal.any([signal, closing.signal, AbortSignal.timeout(timeoutMs)]);
      if (ended.aborted) return;
      const wakers = waiting.get(scanId) ?? new Set();
      waiting.set(scanId, wakers.add(resolve));
      ended.addEventListener('abort', () => resolve());
      await promise;
      wakers.delete(resolve);
      if (wakers.size === 0) waiting.delete(scanId);
    },
    close: async () => {
      closing.abort();
      await stop();
    },
  };
}
