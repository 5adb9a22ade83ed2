import type { Body } from '../service/picture-bodies.ts';
import { memoryOf, processesOf } from '../service/process-figures.ts';
import { quantile } from '../service/quantile.ts';
import { isRead, sendAndWait } from '../service/read-by-service.ts';
import { runClosedLoop } from '../service/run-closed-loop.ts';
import { startService } from '../service/start-service.ts';
import { runOpenLoop } from './run-open-loop.ts';

/** A minute of the soak: create to COM in milliseconds, MiB at its end. */
export type SoakMinute = {
  readonly pictures: number;
  /** Answered with 429 or 503, as where the machine stalls for longer than the queue is. */
  readonly refused: number;
  readonly p50: number;
  readonly p95: number;
  readonly main: number;
  readonly readers: number;
};

export type Soak = { readonly capacity: number; readonly perSecond: number; readonly minutes: readonly SoakMinute[] };

const clients = 8;

/** Lets pictures arrive at a share of the rate at which they can be read, for so many minutes. */
export async function measureSoak(
  bodies: readonly Body[],
  { readers, share, minutes }: { readonly readers: number; readonly share: number; readonly minutes: number },
): Promise<Soak> {
  const service = await startService(readers);
  const send = (at: number) => sendAndWait(service.clients[at % service.clients.length]!, bodies[at % bodies.length]!);
  try {
    const warm = await runClosedLoop(clients, 10, send);
    const capacity = warm.latencies.length / warm.seconds;
    const measured: SoakMinute[] = [];
    for (let minute = 0; minute < minutes; minute += 1) {
      const arrivals = await runOpenLoop(share * capacity, 60, send);
      const times = arrivals.filter(({ outcome }) => isRead(outcome)).map(({ latency }) => latency);
      const refused = arrivals.filter(({ outcome }) => outcome.status === 429 || outcome.status === 503).length;
      if (times.length + refused < arrivals.length) throw new Error('The service answered otherwise than with a reading or a refusal.');
      const { main, readers: reading } = processesOf(service.pid);
      const memory = { main: memoryOf(main).now, readers: memoryOf(reading).now };
      measured.push({ pictures: times.length, refused, p50: quantile(times, 0.5), p95: quantile(times, 0.95), ...memory });
    }
    return { capacity, perSecond: share * capacity, minutes: measured };
  } finally {
    await service.close();
  }
}
