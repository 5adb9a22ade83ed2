import { setTimeout } from 'node:timers/promises';
import type { Body } from '../harness/picture-bodies.ts';
import { quantile } from '../harness/quantile.ts';
import { createScan, readByService } from '../harness/read-by-service.ts';
import { runClosedLoop } from '../harness/run-closed-loop.ts';
import type { Client } from '../harness/start-service.ts';

/** Milliseconds to a 201 that does not wait for the reading. */
export type Creates = { readonly creates: number; readonly p50: number; readonly p95: number };

/** Between two creates, milliseconds. */
const pauseMs = 200;

/**
 * Creates scans one after the other without waiting for them, while so many clients keep all
 * readers busy.
 */
export async function measureCreates(
  clients: readonly [Client, ...Client[]],
  bodies: readonly Body[],
  { busyClients, seconds }: { readonly busyClients: number; readonly seconds: number },
): Promise<Creates> {
  const [creator, ...others] = clients;
  const body = (at: number) => bodies[at % bodies.length] as Body;
  const load = runClosedLoop(busyClients, seconds, (at) => readByService(others[at % others.length] as Client, body(at)));
  const latencies: number[] = [];
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    const sentAt = performance.now();
    await createScan(creator, body(latencies.length));
    latencies.push(performance.now() - sentAt);
    await setTimeout(pauseMs);
  }
  await load;
  return { creates: latencies.length, p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) };
}
