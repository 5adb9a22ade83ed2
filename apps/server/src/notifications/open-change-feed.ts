import { setImmediate } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { RecentChanges } from './recent-changes.ts';

/**
 * Lets requests wait until something happens to a row, without asking the database again and again.
 */
export type ChangeFeed = {
  /**
   * Resolves when something happens to the row of this id, after `timeoutMs`, when one of `signals`
   * aborts, or when the feed closes; which of them, the caller sees by reading the row again. Start
   * it before reading the row, or the event can fall in between.
   */
  readonly waitForChange: (id: number, timeoutMs: number, ...signals: readonly AbortSignal[]) => Promise<void>;
  /** Returns a mark of this moment. */
  readonly mark: () => number;
  /**
   * Tells whether something may have happened to a row since a mark was taken. Where nothing has,
   * whoever has read the row since then need not read it again before he waits.
   */
  readonly mayHaveChanged: (id: number, since: number) => boolean;
  /** Aborts when the feed closes. */
  readonly closing: AbortSignal;
  /** Lets everybody go on at once, now and from now on. */
  readonly close: () => Promise<void>;
};

/**
 * How many are woken in one turn of the event loop: each then reads the row and writes an answer,
 * and others want to be served meanwhile.
 */
const wokenAtATime = 32;

/** Listens on channels of the database whose payload is an id. */
export async function openChangeFeed(database: Pick<Database, 'listen'>, channels: readonly string[]): Promise<ChangeFeed> {
  const waiting = new Map<number, Set<() => void>>();
  const closing = new AbortController();
  const recent = new RecentChanges();
  const onNotification = (payload: string) => {
    if (payload === '') recent.noteGap();
    else recent.note(Number(payload));
    const woken = payload === '' ? [...waiting.values()].flatMap((wakers) => [...wakers]) : [...(waiting.get(Number(payload)) ?? [])];
    void wakeAll(woken);
  };
  const stops: (() => Promise<void>)[] = [];
  for (const channel of channels) stops.push(await database.listen(channel, onNotification));
  return {
    waitForChange: async (id, timeoutMs, ...signals) => {
      const reasons = [...signals, closing.signal];
      if (reasons.some(({ aborted }) => aborted)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const wake = () => resolve();
      const wakers = waiting.get(id) ?? new Set();
      waiting.set(id, wakers.add(wake));
      const timer = setTimeout(wake, timeoutMs);
      for (const reason of reasons) reason.addEventListener('abort', wake);
      await promise;
      clearTimeout(timer);
      for (const reason of reasons) reason.removeEventListener('abort', wake);
      wakers.delete(wake);
      if (wakers.size === 0) waiting.delete(id);
    },
    mark: () => recent.mark(),
    mayHaveChanged: (id, since) => recent.mayHaveChanged(id, since),
    closing: closing.signal,
    close: async () => {
      closing.abort();
      for (const stop of stops) await stop();
    },
  };
}

async function wakeAll(wakers: readonly (() => void)[]): Promise<void> {
  for (let first = 0; first < wakers.length; first += wokenAtATime) {
    if (first > 0) await setImmediate();
    for (const wake of wakers.slice(first, first + wokenAtATime)) wake();
  }
}
