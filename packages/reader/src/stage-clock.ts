import type { ReadingTiming } from './reading.ts';

type Stage = 'decode' | 'detect' | 'rectify' | 'recognise' | 'interpret';

/**
 * Tells how long each stage of one reading took. A stage inside another one (pixels decoded when
 * they are first needed) counts alone.
 */
export type StageClock = {
  during<Result>(stage: Stage, work: () => Result | Promise<Result>): Promise<Result>;
  /** From the creation of the clock until now. */
  timing(): ReadingTiming;
};

export function startStageClock(): StageClock {
  const start = performance.now();
  const spent: Record<Stage, number> = { decode: 0, detect: 0, rectify: 0, recognise: 0, interpret: 0 };
  let current: Stage | undefined;
  let since = start;
  const switchTo = (stage: Stage | undefined) => {
    const now = performance.now();
    if (current) spent[current] += now - since;
    since = now;
    current = stage;
  };
  return {
    async during(stage, work) {
      const outer = current;
      switchTo(stage);
      try {
        return await work();
      } finally {
        switchTo(outer);
      }
    },
    timing: () => ({
      total_ms: roundMs(performance.now() - start),
      decode_ms: roundMs(spent.decode),
      detect_ms: roundMs(spent.detect),
      rectify_ms: roundMs(spent.rectify),
      recognise_ms: roundMs(spent.recognise),
      interpret_ms: roundMs(spent.interpret),
    }),
  };
}

function roundMs(ms: number): number {
  return Math.round(ms * 100) / 100;
}
