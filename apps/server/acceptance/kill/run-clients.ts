import { setTimeout } from 'node:timers/promises';
import type { Random } from '../../../../packages/reader/test/structures/random.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Answer, ApiCaller } from './api-caller.ts';

export type RunningClients = {
  /**
   * Lets each client finish its request; resolves when all have. Rejects with what was wrong with
   * an answer.
   */
  readonly stop: () => Promise<void>;
  /** Rejects as soon as an answer was wrong; else it resolves after `stop`. */
  readonly ended: Promise<unknown>;
};

/** How often a client does what, in 40. The rest are creates of v1. */
const shares = { batches: 2, deletions: 8, v2Creates: 14, all: 40 };

/** After a refusal, or while the service is gone, milliseconds. */
const pauseMs = 50;

/**
 * Starts clients that send one request after the other, whether the service is there or not, and
 * note what it acknowledges.
 */
export function runClients(count: number, caller: ApiCaller, random: Random, acknowledged: Acknowledged): RunningClients {
  const stopping = new AbortController();
  const clients = Array.from({ length: count }, (_, client) => runClient(client, { caller, random, acknowledged }, stopping.signal));
  const ended = Promise.all(clients);
  ended.catch(() => undefined);
  return {
    ended,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

type ClientDeps = { readonly caller: ApiCaller; readonly random: Random; readonly acknowledged: Acknowledged };

async function runClient(client: number, deps: ClientDeps, stopping: AbortSignal): Promise<void> {
  let keys = 0;
  while (!stopping.aborted) {
    const dice = deps.random.below(shares.all);
    const key = `${client}-${keys++}`;
    if (dice < shares.batches) await createBatch(deps, key, stopping);
    else if (dice < shares.batches + shares.deletions) await deleteScan(deps);
    else if (dice < shares.batches + shares.deletions + shares.v2Creates) await createUnderKey(deps, key, stopping);
    else await createV1(deps);
  }
}

/** Half of all creates wait for the result: else readers could not keep up with clients. */
const chooseWait = ({ random }: ClientDeps) => random.pick([0, 10]);

async function createV1(deps: ClientDeps): Promise<void> {
  const id = await acknowledgedId(() => deps.caller.createV1(chooseWait(deps)));
  if (id !== undefined) deps.acknowledged.scans.set(id, undefined);
}

async function createUnderKey(deps: ClientDeps, key: string, stopping: AbortSignal): Promise<void> {
  const id = await acknowledgedInTheEnd(() => deps.caller.createV2(key, chooseWait(deps)), stopping);
  if (id !== undefined) deps.acknowledged.scans.set(id, key);
}

async function createBatch({ caller, acknowledged }: ClientDeps, key: string, stopping: AbortSignal): Promise<void> {
  const id = await acknowledgedInTheEnd(() => caller.createBatch(key), stopping);
  if (id !== undefined) acknowledged.batches.set(id, key);
}

/** Whoever has a key sends it until there is an answer. */
async function acknowledgedInTheEnd(create: () => Promise<Answer>, stopping: AbortSignal): Promise<number | undefined> {
  while (!stopping.aborted) {
    const id = await acknowledgedId(create);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Any scan, whether it has ended or not. */
async function deleteScan({ caller, random, acknowledged }: ClientDeps): Promise<void> {
  const { scans, deletions, deletionsAsked } = acknowledged;
  const candidates = [...scans.keys()].filter((id) => !deletionsAsked.has(id));
  if (candidates.length === 0) return await createV1({ caller, random, acknowledged });
  const id = random.pick(candidates);
  deletionsAsked.add(id);
  const answer = await ask(() => caller.delete(id));
  if (answer?.status === 204) deletions.add(id);
}

/** Returns undefined where the create was refused for now, or not answered. */
async function acknowledgedId(create: () => Promise<Answer>): Promise<number | undefined> {
  const answer = await ask(create);
  return answer && [201, 202].includes(answer.status) ? (JSON.parse(answer.text) as { id: number }).id : undefined;
}

/**
 * Queues may be full, a body may come too slowly where a process was frozen or the machine is busy,
 * and for a deletion a scan may be gone; any other refusal is a fault.
 */
const expected = [201, 202, 204, 408, 429, 503];

async function ask(request: () => Promise<Answer>): Promise<Answer | undefined> {
  const answer = await request().catch(() => undefined);
  if (answer === undefined || answer.status >= 400) await setTimeout(pauseMs);
  if (answer && !expected.includes(answer.status)) throw new Error(`an unexpected answer: ${answer.status} ${answer.text}`);
  return answer;
}
