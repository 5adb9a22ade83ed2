import { Worker } from 'node:worker_threads';

/** How long an answer took, and how much of that time the service itself computed, milliseconds. */
export type HealthDelay = { readonly wallMs: number; readonly busyMs: number };

export type HealthWatch = {
  /** The longest times since this was last asked; what is still not answered counts as well. */
  readonly takeWorst: () => HealthDelay;
  readonly close: () => Promise<unknown>;
};

/** An answer that takes longer is not waited for. */
export const longestHealthMs = 10_000;
const intervalMs = 100;

/** Asks /healthz of the service whose supervisor is `pid` ten times a second. */
export function watchHealth(url: string, pid: number): HealthWatch {
  const worker = new Worker(new URL('./health-poller.ts', import.meta.url), {
    workerData: { url, pid, intervalMs, longestMs: longestHealthMs },
  });
  let worst: HealthDelay = { wallMs: 0, busyMs: 0 };
  let answeredAt = performance.now();
  worker.on('message', ({ wallMs, busyMs }: HealthDelay) => {
    worst = { wallMs: Math.max(worst.wallMs, wallMs), busyMs: Math.max(worst.busyMs, busyMs) };
    answeredAt = performance.now();
  });
  return {
    takeWorst: () => {
      const open = performance.now() - answeredAt - intervalMs;
      const taken = { ...worst, wallMs: Math.max(worst.wallMs, open) };
      worst = { wallMs: 0, busyMs: 0 };
      return taken;
    },
    close: () => worker.terminate(),
  };
}
