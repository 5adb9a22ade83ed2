import type { Body } from '../harness/picture-bodies.ts';
import { processorTimeOf } from '../harness/process-figures.ts';
import { quantile } from '../harness/quantile.ts';
import { readByService } from '../harness/read-by-service.ts';
import { type LoopResult, runClosedLoop } from '../harness/run-closed-loop.ts';
import type { Client, Service } from '../harness/start-service.ts';
import type { BarePool } from './start-bare-pool.ts';

/** A way to send pictures, with the pictures ready to send. */
export type Encoding = { readonly encoding: string; readonly bodies: readonly Body[] };

/**
 * Milliseconds of processor time a picture: of the process in the middle, of its readers, and of
 * whoever sends the pictures.
 */
export type Cost = { readonly main: number; readonly readers: number; readonly client: number };

type Rate = { readonly pictures: number; readonly perSecond: number; readonly p50: number; readonly p95: number } & Cost;

export type Throughput = {
  readonly encoding: string;
  readonly clients: number;
  readonly service: Rate;
  readonly pool: Rate;
  readonly ratio: number;
};

type Phase = LoopResult & { readonly cost: Cost };

/**
 * Lets so many clients send pictures one after the other, and gives the bare pool the same
 * pictures, as many at a time. The phases take turns, so that what else the machine does slows all
 * of them alike.
 *
 * @param rounds how often each phase comes
 * @param seconds length of a phase
 */
export async function measureThroughput(
  { service, pool, encodings }: { readonly service: Service; readonly pool: BarePool; readonly encodings: readonly Encoding[] },
  { clients, rounds, seconds }: { readonly clients: number; readonly rounds: number; readonly seconds: number },
): Promise<Throughput[]> {
  const ofPool: Phase[] = [];
  const ofService = encodings.map((): Phase[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { bodies }] of encodings.entries()) {
      const read = (at: number) =>
        readByService(service.clients[at % service.clients.length] as Client, bodies[at % bodies.length] as Body);
      ofService[index]?.push(await runPhase(service.pid, () => runClosedLoop(clients, seconds, read)));
    }
    ofPool.push(await runPhase(pool.pid, () => pool.loop(clients, seconds)));
  }
  const poolRate = summarise(ofPool);
  return encodings.map(({ encoding }, index) => {
    const rate = summarise(ofService[index] as Phase[]);
    return { encoding, clients, service: rate, pool: poolRate, ratio: rate.perSecond / poolRate.perSecond };
  });
}

async function runPhase(pid: number, loop: () => Promise<LoopResult>): Promise<Phase> {
  const [before, clientBefore] = [processorTimeOf(pid), process.cpuUsage()];
  const result = await loop();
  const [after, client] = [processorTimeOf(pid), process.cpuUsage(clientBefore)];
  return {
    ...result,
    cost: { main: after.main - before.main, readers: after.readers - before.readers, client: (client.user + client.system) / 1000 },
  };
}

function summarise(phases: readonly Phase[]): Rate {
  const latencies = phases.flatMap((phase) => phase.latencies);
  const total = (pick: (phase: Phase) => number) => phases.reduce((sum, phase) => sum + pick(phase), 0);
  const perPicture = (pick: (cost: Cost) => number) => total(({ cost }) => pick(cost)) / latencies.length;
  return {
    pictures: latencies.length,
    perSecond: latencies.length / total(({ seconds }) => seconds),
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    main: perPicture(({ main }) => main),
    readers: perPicture(({ readers }) => readers),
    client: perPicture(({ client }) => client),
  };
}
