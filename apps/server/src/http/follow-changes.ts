import { setTimeout } from 'node:timers/promises';
import type { Waiters } from '../scans/open-waiters.ts';

export type Followed<State> = {
  readonly waiters: Pick<Waiters, 'wait' | 'closing'>;
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

/** Reads something now, after each change of it, and every `heartbeatMs`, until it is gone, nobody listens, or the service stops. */
export async function* followChanges<State>(followed: Followed<State>): AsyncGenerator<State, void, undefined> {
  const { waiters, id, read, signal, heartbeatMs, pauseMs } = followed;
  while (!signal.aborted && !waiters.closing.aborted) {
    // Before the state is read, or a change could fall in between.
    const changed = waiters.wait(id, heartbeatMs, signal);
    const state = await read();
    if (state === undefined) return;
    yield state;
    await changed;
    await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
