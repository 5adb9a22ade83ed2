import { rm } from 'node:fs/promises';
import { quantile } from '../harness/quantile.ts';
import { makeDataDirectory, spawnService } from '../harness/start-service.ts';

/**
 * Seconds at the median, from the start of the process to the line that says where it listens, and
 * from SIGTERM to its end.
 */
export type Starts = { readonly first: number; readonly second: number; readonly stop: number };

/** Starts the service on fresh folders, stops it, and starts it again on the same ones. */
export async function measureStarts(readers: number, rounds: number): Promise<Starts> {
  const times = { first: [] as number[], second: [] as number[], stop: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const dataDirectory = await makeDataDirectory();
    for (const which of ['first', 'second'] as const) {
      const startedAt = performance.now();
      const server = await spawnService(dataDirectory, readers);
      times[which].push((performance.now() - startedAt) / 1000);
      const stoppedAt = performance.now();
      await server.end('SIGTERM');
      times.stop.push((performance.now() - stoppedAt) / 1000);
    }
    await rm(dataDirectory, { recursive: true });
  }
  return { first: quantile(times.first, 0.5), second: quantile(times.second, 0.5), stop: quantile(times.stop, 0.5) };
}
