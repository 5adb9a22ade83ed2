import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createRandom, type Random } from '../../../../packages/reader/test/structures/random.ts';
import { type Acknowledged, createAcknowledged } from '../../acceptance/kill/acknowledged.ts';
import { type ApiCaller, createApiCaller } from '../../acceptance/kill/api-caller.ts';
import { auditAnswers } from '../../acceptance/kill/audit-answers.ts';
import { auditStorage } from '../../acceptance/kill/audit-storage.ts';
import { auditWebhook } from '../../acceptance/kill/audit-webhook.ts';
import { createFindings, type Findings } from '../../acceptance/kill/findings.ts';
import { runClients } from '../../acceptance/kill/run-clients.ts';
import { waitUntilIdle } from '../../acceptance/kill/wait-until-idle.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { openPostgresDatabase } from '../../src/database/postgres/open-postgres-database.ts';
import { deleteOrphanPictures } from '../../src/maintenance/delete-orphan-pictures.ts';
import { openS3Store } from '../../src/pictures/stores/open-s3-store.ts';
import { type Receiver, startReceiver } from '../../test/receivers/start-receiver.ts';
import { createPostgresDatabase } from '../../test/servers/create-postgres-database.ts';
import type { PostgresServer } from '../../test/servers/postgres-server.ts';
import type { S3Gateway } from '../../test/servers/start-s3-gateway.ts';
import { serverSettings } from '../server-settings.ts';
import { databaseFaults, type Fault, processFaults, storeFaults } from './faults.ts';
import { keepRunning, type RunningProcess } from './keep-running.ts';

export type Servers = { readonly database: PostgresServer; readonly store: S3Gateway };

export type ChaosPlan = {
  readonly apis: number;
  readonly workers: number;
  /** Scans and batches to be acknowledged before the faults end. */
  readonly uploads: number;
  /** Decides on the faults, their moments, and on what the clients send. */
  readonly seed: number;
  /** Hears of each fault as it begins. */
  readonly onFault?: (name: string, acknowledged: Acknowledged) => void;
};

export type ChaosRound = {
  /** How often each fault struck. */
  readonly faults: ReadonlyMap<string, number>;
  readonly acknowledged: Acknowledged;
  readonly findings: Findings;
  /** Pictures that maintenance would delete an hour later. */
  readonly orphans: number;
};

const token = 'token-of-the-chaos-rounds';

const settings = {
  OCR_WEB_TOKEN: token,
  OCR_WEB_LOG_LEVEL: 'error',
  OCR_WEB_RATE_LIMIT: '100000',
  // What was killed with its process is tried again, each time.
  OCR_WEB_JOB_ATTEMPTS: '100',
  // Few enough to be read in the end, enough that every fault finds some.
  OCR_WEB_MAX_WAITING_SCANS: '60',
  OCR_WEB_MAX_WAITING_BATCH_SCANS: '100',
  OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
  OCR_WEB_WEBHOOK_FIRST_RETRY_MS: '200',
  OCR_WEB_WEBHOOK_TIMEOUT_SECONDS: '5',
};

const clientCount = 8;
/** After which a client gives a request up, milliseconds. */
const requestMs = 30_000;
/** Longest calm between two faults of the same kind, milliseconds. */
const maxCalmMs = 15_000;

/**
 * Starts processes of the service on a database server and a store, under the load of clients that
 * create scans and batches and delete scans, and lets faults strike: one at a time among the
 * processes, and beside it one at a time among the servers. Afterwards everything that was
 * acknowledged is asked for, and database and store are looked through.
 */
export async function runChaosRound({ database, store }: Servers, plan: ChaosPlan): Promise<ChaosRound> {
  const folder = await mkdtemp(join(tmpdir(), 'ocr-web-chaos-'));
  const receiver = await startReceiver();
  const { url } = await createPostgresDatabase(database.url);
  const environment: Readonly<Record<string, string>> = { ...settings, ...serverSettings(url, store.options) };
  const running: RunningProcess[] = [];
  const start = async (role: 'api' | 'worker') => {
    const process = await keepRunning(join(folder, String(running.length)), { ...environment, OCR_WEB_ROLE: role });
    running.push(process);
    return process;
  };
  try {
    const apis = await startAll(plan.apis, () => start('api'));
    const workers = await startAll(plan.workers, () => start('worker'));
    const random = createRandom(plan.seed);
    const caller = await createApiCaller(token, () => random.pick(apis).url, requestMs);
    await caller.createWebhook(receiver.url);
    const acknowledged = createAcknowledged();
    const ofServers = [...databaseFaults(database), ...storeFaults(store)];
    const ofProcesses = [...processFaults('api', apis), ...processFaults('worker', workers)];
    const faults = await strikeUnderLoad([ofProcesses, ofServers], { caller, random, acknowledged, plan });
    await Promise.all(apis.map(({ url: api }) => untilReady(api)));
    const findings = createFindings();
    await auditService({ caller, receiver }, acknowledged, findings);
    await Promise.all(running.map(({ close }) => close()));
    const bucket = environment.OCR_WEB_S3_BUCKET as string;
    const orphans = await auditServers(url, { ...store.options, bucket }, acknowledged, findings);
    return { faults, acknowledged, findings, orphans };
  } finally {
    await Promise.all(running.map(({ close }) => close()));
    await receiver.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startAll(count: number, start: () => Promise<RunningProcess>): Promise<RunningProcess[]> {
  const started: RunningProcess[] = [];
  for (let index = 0; index < count; index += 1) started.push(await start());
  return started;
}

type Load = { readonly caller: ApiCaller; readonly random: Random; readonly acknowledged: Acknowledged; readonly plan: ChaosPlan };

/** Returns how often each fault struck. All of them are over when it resolves. */
async function strikeUnderLoad(
  groups: readonly (readonly Fault[])[],
  { caller, random, acknowledged, plan }: Load,
): Promise<Map<string, number>> {
  const counts = new Map(groups.flat().map(({ name }) => [name, 0]));
  const clients = runClients(clientCount, caller, random, acknowledged);
  const isEnough = () => acknowledged.scans.size + acknowledged.batches.size >= plan.uploads;
  const strikeFrom = async (group: readonly Fault[]) => {
    while (!isEnough()) {
      await setTimeout(random.below(maxCalmMs));
      const { name, strike } = random.pick(group);
      plan.onFault?.(name, acknowledged);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      await strike(random);
    }
  };
  await Promise.race([Promise.all(groups.map(strikeFrom)), clients.ended]);
  await clients.stop();
  return counts;
}

async function untilReady(url: string): Promise<void> {
  while (
    !(await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await setTimeout(200);
}

async function auditService(
  { caller, receiver }: { caller: ApiCaller; receiver: Receiver },
  acknowledged: Acknowledged,
  findings: Findings,
): Promise<void> {
  await auditAnswers(caller, acknowledged, findings);
  await waitUntilIdle(caller);
  await auditWebhook(receiver, acknowledged, findings);
}

/**
 * Returns how many pictures no scan names: a process that is killed between storing a picture and
 * committing its scan leaves one, and so does a store that is gone when an upload is taken back.
 * Maintenance deletes them once they are an hour old; here it is done at once.
 */
async function auditServers(url: string, options: S3Gateway['options'], acknowledged: Acknowledged, findings: Findings): Promise<number> {
  const database = await openPostgresDatabase(url, parseConfig({}), { onLostConnection: () => undefined });
  const store = await openS3Store(options);
  // The store's clock counts seconds.
  const orphans = await deleteOrphanPictures(database.sql, store, new Date(Date.now() + 5000));
  await auditStorage({ database, store }, acknowledged, findings);
  await Promise.all([database.close(), store.close()]);
  return orphans;
}
