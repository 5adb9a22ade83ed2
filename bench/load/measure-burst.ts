import { setTimeout } from 'node:timers/promises';
import type { Body } from '../harness/picture-bodies.ts';
import { memoryOf, processesOf } from '../harness/process-figures.ts';
import { quantile } from '../harness/quantile.ts';
import { readByService } from '../harness/read-by-service.ts';
import { runClosedLoop } from '../harness/run-closed-loop.ts';
import { type Service, startService } from '../harness/start-service.ts';
import { runOpenLoop } from './run-open-loop.ts';

export type Burst = {
  /** Pictures a second that the service reads, and arrivals a second. */
  readonly capacity: number;
  readonly perSecond: number;
  /** Answers to the arrivals by status, 0 for none. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds to these answers. */
  readonly answerP95: number;
  /**
   * Create to COM of another client: before, meanwhile (of those that were taken in), afterwards.
   */
  readonly honest: {
    readonly before: number;
    readonly during: number;
    readonly taken: number;
    readonly sent: number;
    readonly after: number;
  };
  /** Most MiB of the service's own process. */
  readonly memory: { readonly before: number; readonly peak: number };
  /** Seconds from the end of the arrivals until another client is served as fast as before. */
  readonly recoverySeconds: number;
};

const clients = 8;
const rounds = 5;
const path = '/api/v1/tools/ocr/picture/';
/** As fast as before: at most so many times the median. */
const recovered = 2;

/**
 * Lets pictures arrive at a multiple of the rate at which they can be read, from three tokens that
 * wait for nothing, while a fourth token sends one after the other and waits for each.
 */
export async function measureBurst(
  bodies: readonly Body[],
  { readers, factor, seconds }: { readonly readers: number; readonly factor: number; readonly seconds: number },
): Promise<Burst> {
  const service = await startService(readers);
  const [honest, ...others] = service.clients;
  const body = (at: number) => bodies[at % bodies.length] as Body;
  try {
    const warm = await runClosedLoop(clients, 8, (at) => readByService(service.clients[at % service.clients.length]!, body(at)));
    const capacity = warm.latencies.length / warm.seconds;
    const before = await medianOf(() => readByService(honest, body(0)));
    const memoryBefore = ownMemory(service).now;
    const stopping = new AbortController();
    const meanwhile = sendHonestly(service, body, stopping.signal);
    const arrivals = await runOpenLoop(factor * capacity, seconds, (at) => {
      const sent = others[at % others.length]!.send('POST', path, body(at));
      return sent.then(({ status }) => status).catch(() => 0);
    });
    const endedAt = performance.now();
    stopping.abort();
    const during = await meanwhile;
    while ((await timeOf(() => readByService(honest, body(0))).catch(() => Number.POSITIVE_INFINITY)) > recovered * before)
      await setTimeout(100);
    const recoverySeconds = (performance.now() - endedAt) / 1000;
    const after = await medianOf(() => readByService(honest, body(0)));
    return {
      capacity,
      perSecond: factor * capacity,
      statuses: countBy(arrivals.map(({ outcome }) => String(outcome))),
      answerP95: quantile(
        arrivals.map(({ latency }) => latency),
        0.95,
      ),
      honest: { before, during: quantile(during.times, 0.5), taken: during.times.length, sent: during.sent, after },
      memory: { before: memoryBefore, peak: ownMemory(service).peak },
      recoverySeconds,
    };
  } finally {
    await service.close();
  }
}

/** Sends one after the other; one that is refused is sent again a little later, as a new one. */
async function sendHonestly({ clients: [honest] }: Service, body: (at: number) => Body, stopping: AbortSignal) {
  const times: number[] = [];
  let sent = 0;
  while (!stopping.aborted) {
    const took = await timeOf(() => readByService(honest, body(sent))).catch(() => undefined);
    sent += 1;
    if (took === undefined) await setTimeout(200);
    else times.push(took);
  }
  return { times, sent };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timeOf(work));
  return quantile(times, 0.5);
}

const ownMemory = ({ pid }: Service) => memoryOf(processesOf(pid).main);

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
