import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LoopResult } from '../harness/run-closed-loop.ts';
import type { BarePoolRequest } from './bare-pool.ts';

export type BarePool = {
  readonly pid: number;
  /** Reads the pictures in turn, so many at a time. */
  readonly loop: (clients: number, seconds: number) => Promise<LoopResult>;
  /** Reads so many pictures, all handed over at once. Returns the milliseconds. */
  readonly all: (count: number) => Promise<number>;
  /** Reads one picture. Returns the milliseconds. */
  readonly one: (index: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Starts the reader pool in a process of its own and gives it the pictures. */
export async function startBarePool(size: number, pictures: readonly Buffer[]): Promise<BarePool> {
  const child = fork(new URL('./bare-pool.ts', import.meta.url), [String(size)], { serialization: 'advanced' });
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => Promise.reject(new Error(`The bare pool ended with ${code}.`)));
  failed.catch(() => undefined);
  const answer = async <Answer>() => ((await Promise.race([once(child, 'message'), failed])) as [Answer])[0];
  const ask = <Answer>(request: BarePoolRequest) => {
    child.send(request);
    return answer<Answer>();
  };
  await answer();
  await ask({ do: 'keep', pictures });
  return {
    pid: child.pid as number,
    loop: (clients, seconds) => ask<LoopResult>({ do: 'loop', clients, seconds }),
    all: (count) => ask<number>({ do: 'all', count }),
    one: (index) => ask<number>({ do: 'one', index }),
    close: async () => {
      child.disconnect();
      await ended;
    },
  };
}
