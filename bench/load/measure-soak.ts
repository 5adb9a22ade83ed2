import type { Body } from '../harness/picture-bodies.ts';
import { memoryOf, processesOf } from '../harness/process-figures.ts';
import { quantile } from '../harness/quantile.ts';
import { isRead, sendAndWait } from '../harness/read-by-service.ts';
import { runClosedLoop } from '../harness/run-closed-loop.ts';
import type { Answer } from '../harness/send-request.ts';
import { startService } from '../harness/start-service.ts';
import { type Arrival, runOpenLoop } from './run-open-loop.ts';

/** A minute of the soak: create to COM in milliseconds, MiB at its end. */
export type SoakMinute = {
  readonly pictures: number;
  /** Answered with 429 or 503, as where the machine stalls for longer than the queue is. */
  readonly refused: number;
  /** What was answered otherwise, the beginning of each. */
  readonly failures: readonly string[];
  readonly p50: number;
  readonly p95: number;
  readonly main: number;
  readonly readers: number;
};

export type Soak = {
  readonly readerCount: number;
  readonly capacity: number;
  readonly perSecond: number;
  readonly minutes: readonly SoakMinute[];
};

const clients = 8;

/**
 * Lets pictures arrive at a share of the rate at which they can be read, for so many minutes.
 *
 * @param onMinute is told each minute when it has ended
 */
export async function measureSoak(
  bodies: readonly Body[],
  { readers, share, minutes }: { readonly readers: number; readonly share: number; readonly minutes: number },
  onMinute: (minute: SoakMinute) => void,
): Promise<Soak> {
  const service = await startService(readers);
  const send = (at: number) => sendAndWait(service.clients[at % service.clients.length]!, bodies[at % bodies.length]!);
  try {
    const warm = await runClosedLoop(clients, 10, send);
    const capacity = warm.latencies.length / warm.seconds;
    const measured: SoakMinute[] = [];
    for (let minute = 0; minute < minutes; minute += 1) {
      const arrivals = await runOpenLoop(share * capacity, 60, send);
      measured.push({ ...summariseMinute(arrivals), ...residentMemory(service.pid) });
      onMinute(measured.at(-1)!);
    }
    return { readerCount: readers, capacity, perSecond: share * capacity, minutes: measured };
  } finally {
    await service.close();
  }
}

function summariseMinute(arrivals: readonly Arrival<Answer>[]): Omit<SoakMinute, 'main' | 'readers'> {
  const times = arrivals.filter(({ outcome }) => isRead(outcome)).map(({ latency }) => latency);
  const others = arrivals.map(({ outcome }) => outcome).filter((outcome) => !isRead(outcome));
  const failures = others.filter((outcome) => !isRefused(outcome)).map(({ status, text }) => `${status} ${text.slice(0, 300)}`);
  return {
    pictures: times.length,
    refused: others.length - failures.length,
    failures,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

function isRefused({ status }: Answer): boolean {
  return status === 429 || status === 503;
}

function residentMemory(pid: number): { readonly main: number; readonly readers: number } {
  const { main, readers } = processesOf(pid);
  return { main: memoryOf(main).now, readers: memoryOf(readers).now };
}
