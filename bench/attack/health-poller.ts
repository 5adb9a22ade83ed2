// Asks /healthz ten times a second on a thread of its own, each time on a new connection, and tells
// how long each answer took and how much the service computed meanwhile.
import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { processorTimeOf } from '../harness/process-figures.ts';
import type { HealthDelay } from './watch-health.ts';

const { url, pid, intervalMs, longestMs } = workerData as { url: string; pid: number; intervalMs: number; longestMs: number };

for (;;) {
  const before = readProcessorTime();
  const wallMs = await ask();
  parentPort?.postMessage({ wallMs, busyMs: Math.min(wallMs, readProcessorTime() - before) } satisfies HealthDelay);
  await setTimeout(Math.max(0, intervalMs - wallMs));
}

/**
 * Of all but the readers, milliseconds; 0 where the service has ended or is being started again.
 */
function readProcessorTime(): number {
  try {
    return processorTimeOf(pid).main;
  } catch {
    return 0;
  }
}

/** Milliseconds until 200; the longest where no such answer came. */
function ask(): Promise<number> {
  const startedAt = performance.now();
  const { promise, resolve } = Promise.withResolvers<number>();
  const outgoing = request(`${url}/healthz`, { agent: false, timeout: longestMs }, (response) => {
    response.resume();
    response.on('end', () => resolve(response.statusCode === 200 ? performance.now() - startedAt : longestMs));
  });
  outgoing.on('timeout', () => outgoing.destroy(new Error('late')));
  outgoing.on('error', () => resolve(longestMs));
  outgoing.end();
  return promise;
}
