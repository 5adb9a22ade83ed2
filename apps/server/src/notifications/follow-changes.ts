import { setTimeout } from 'node:timers/promises';
import type { ChangeFeed } from './open-change-feed.ts';

export type ChangeSource<State> = {
  readonly feed: Pick<ChangeFeed, 'waitForChange' | 'closing'>;
  readonly id: number;
  /** Returns what there is now; undefined when it is gone, which is the end. */
  readonly read: () => Promise<State | undefined>;
  /** Aborts when nobody listens any more. */
  readonly signal: AbortSignal;
  /** After this time without a change the state is read anyway. */
  readonly heartbeatMs: number;
  /** Changes that follow each other faster than this come as one. */
  readonly pauseMs: number;
};

/**
 * Reads something now, after each change of it, and every `heartbeatMs`, until it is gone, nobody
 * listens, or the service stops.
 */
export async function* followChanges<State>(source: ChangeSource<State>): AsyncGenerator<State, void, undefined> {
  const { feed, id, read, signal, heartbeatMs, pauseMs } = source;
  while (!signal.aborted && !feed.closing.aborted) {
    // Before the state is read, or a change could fall in between.
    const changed = feed.waitForChange(id, heartbeatMs, signal);
    const state = await read();
    if (state === undefined) return;
    yield state;
    await changed;
    await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
