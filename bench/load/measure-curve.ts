import type { Body } from '../harness/picture-bodies.ts';
import { quantile } from '../harness/quantile.ts';
import { readByService } from '../harness/read-by-service.ts';
import { runClosedLoop } from '../harness/run-closed-loop.ts';
import { startService } from '../harness/start-service.ts';
import { runOpenLoop } from './run-open-loop.ts';

/** Create to COM, milliseconds, at a rate of arrivals. */
export type LoadPoint = { readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number };

/** What a service with so many readers takes. */
export type LoadCurve = { readonly readers: number; readonly capacity: number; readonly points: readonly LoadPoint[] };

const shares = [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95];
const clients = 8;

/**
 * Measures latency against rate: first what eight clients get through in a closed loop, then open
 * loops at shares of it.
 */
export async function measureCurve(readers: number, bodies: readonly Body[], seconds: number): Promise<LoadCurve> {
  const service = await startService(readers);
  const read = (at: number) => readByService(service.clients[at % service.clients.length]!, bodies[at % bodies.length]!);
  try {
    await runClosedLoop(clients, 8, read);
    const { seconds: taken, latencies } = await runClosedLoop(clients, seconds, read);
    const capacity = latencies.length / taken;
    const points: LoadPoint[] = [];
    for (const share of shares) {
      const arrivals = await runOpenLoop(share * capacity, seconds, read);
      const times = arrivals.map(({ latency }) => latency);
      points.push({ perSecond: share * capacity, p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) });
    }
    return { readers, capacity, points };
  } finally {
    await service.close();
  }
}
