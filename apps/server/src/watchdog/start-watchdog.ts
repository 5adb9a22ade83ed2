import { Worker } from 'node:worker_threads';
import { beatMs, type WatchdogInput } from './watchdog-beat.ts';

/**
 * Watches this thread from another one. When its event loop has not turned for `maxBlockedMs`, a
 * line on standard error says where it hangs, and the process is ended by SIGKILL, which works on a
 * thread that is stuck in native code too. A process that was suspended as a whole, by SIGSTOP or
 * the sleep of the machine, is not taken for blocked.
 *
 * @param maxBlockedMs milliseconds, counted in whole beats; 0 watches nothing
 * @param onError hears when the watching thread itself failed: nothing is watched from then on
 */
export function startWatchdog(maxBlockedMs: number, onError: (error: unknown) => void): void {
  if (maxBlockedMs === 0) return;
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(beats, 0, 1), beatMs).unref();
  const worker = new Worker(new URL('./watchdog-worker.ts', import.meta.url), {
    name: 'watchdog',
    workerData: { beats, maxBlockedMs } satisfies WatchdogInput,
    // It needs no setting, no secret and next to no memory.
    env: {},
    execArgv: [],
    // Else the standard streams of the process are opened for it, and a file descriptor that blocks
    // does so no longer.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 1 },
  });
  worker.unref();
  worker.on('error', onError);
}
