import { Worker } from 'node:worker_threads';

export type HealthWatch = {
  /** Milliseconds of the slowest answer since this was last asked; what is still not answered counts as well. */
  readonly takeWorst: () => number;
  readonly close: () => Promise<unknown>;
};

/** An answer that takes longer is not waited for. */
const longestHealthMs = 10_000;
const intervalMs = 100;

/** Asks /healthz ten times a second. */
export function watchHealth(url: string): HealthWatch {
  const worker = new Worker(new URL('./health-poller.ts', import.meta.url), {
    workerData: { url, intervalMs, longestMs: longestHealthMs },
  });
  let worst = 0;
  let answeredAt = performance.now();
  worker.on('message', (took: number) => {
    worst = Math.max(worst, took);
    answeredAt = performance.now();
  });
  return {
    takeWorst: () => {
      const open = performance.now() - answeredAt - intervalMs;
      const taken = Math.max(worst, open);
      worst = 0;
      return taken;
    },
    close: () => worker.terminate(),
  };
}
