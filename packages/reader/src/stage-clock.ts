import type { ReadingTiming } from './reading.ts';

/** What every reading goes through; what some are asked for besides. */
const stages = ['decode', 'detect', 'rectify', 'recognise', 'interpret'] as const;
type Stage = (typeof stages)[number] | 'visual' | 'portrait' | 'barcodes';

/**
 * Tells how long each stage of one reading took. A stage inside another one (pixels decoded when
 * they are first needed) counts alone.
 */
export type StageClock = {
  during<Result>(stage: Stage, work: () => Result | Promise<Result>): Promise<Result>;
  /** From the creation of the clock until now; further stages only where there were any. */
  timing(): ReadingTiming;
};

/**
 * @param now milliseconds of the clock that stages are timed with: the one on the wall, if not said
 */
export function startStageClock(now: () => number = () => performance.now()): StageClock {
  const start = now();
  const spent = new Map<Stage, number>(stages.map((stage) => [stage, 0]));
  let current: Stage | undefined;
  let since = start;
  const switchTo = (stage: Stage | undefined) => {
    const at = now();
    if (current) spent.set(current, (spent.get(current) ?? 0) + at - since);
    since = at;
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
      total_ms: roundMs(now() - start),
      ...(Object.fromEntries([...spent].map(([stage, ms]) => [`${stage}_ms`, roundMs(ms)])) as Omit<ReadingTiming, 'total_ms'>),
    }),
  };
}

function roundMs(ms: number): number {
  return Math.round(ms * 100) / 100;
}
