// Asks /healthz ten times a second on a thread of its own, each time on a new connection, and tells how long each answer took.
import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { url, intervalMs, longestMs } = workerData as { url: string; intervalMs: number; longestMs: number };

for (;;) {
  const took = await ask();
  parentPort?.postMessage(took);
  await setTimeout(Math.max(0, intervalMs - took));
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
