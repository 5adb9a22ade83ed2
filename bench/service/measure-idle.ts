import type { Body } from '../harness/picture-bodies.ts';
import { quantile } from '../harness/quantile.ts';
import { awaitScan, createScan, readByService } from '../harness/read-by-service.ts';
import type { Client } from '../harness/start-service.ts';
import type { BarePool } from './start-bare-pool.ts';

/** Milliseconds at the median when nothing else is asked. */
export type IdleLatency = {
  /** From the request to the answer that holds the result. */
  readonly completed: number;
  /** The same at the 95th percentile. */
  readonly completedP95: number;
  /** The same picture read by the bare pool. */
  readonly pool: number;
  /** The first divided by the second. */
  readonly ratio: number;
  /** From the request to a 201 that does not wait for the reading. */
  readonly created: number;
};

/**
 * Reads pictures one by one, each by the service and by the bare pool in turn, with nothing else
 * under way.
 */
export async function measureIdle(client: Client, pool: BarePool, bodies: readonly Body[], rounds: number): Promise<IdleLatency> {
  const times = { completed: [] as number[], pool: [] as number[], created: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const body = bodies[round % bodies.length] as Body;
    times.completed.push(await clock(() => readByService(client, body)));
    times.pool.push(await pool.one(round));
    let id = 0;
    times.created.push(
      await clock(async () => {
        id = await createScan(client, body);
      }),
    );
    await awaitScan(client, id);
  }
  const [completed, alone, created] = [times.completed, times.pool, times.created].map((values) => quantile(values, 0.5)) as [
    number,
    number,
    number,
  ];
  return { completed, completedP95: quantile(times.completed, 0.95), pool: alone, ratio: completed / alone, created };
}

async function clock(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
