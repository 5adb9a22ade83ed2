import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { createRandom, type Random } from '../../../../packages/reader/test/structures/random.ts';
import { prepareDataDirectory } from '../../test/prepare-data-directory.ts';
import { type Receiver, startReceiver } from '../../test/receivers/start-receiver.ts';
import { type Acknowledged, createAcknowledged } from './acknowledged.ts';
import { type ApiCaller, createApiCaller } from './api-caller.ts';
import { auditAnswers } from './audit-answers.ts';
import { auditDataDirectory } from './audit-storage.ts';
import { auditWebhook } from './audit-webhook.ts';
import { createFindings, type Findings } from './findings.ts';
import { type KillableServer, startKillableServer } from './killable-server.ts';
import { runClients } from './run-clients.ts';
import { waitUntilIdle } from './wait-until-idle.ts';

export type KillRound = { readonly kills: number; readonly acknowledged: Acknowledged; readonly findings: Findings };

const token = 'token-of-the-kill-rounds';

const environment = {
  OCR_WEB_TOKEN: token,
  OCR_WEB_LOG_LEVEL: 'warn',
  OCR_WEB_READER_PROCESSES: '2',
  OCR_WEB_RATE_LIMIT: '100000',
  // What was killed with the service is tried again, each time.
  OCR_WEB_JOB_ATTEMPTS: '100',
  // Few enough to be read in the end, enough that every kill finds some.
  OCR_WEB_MAX_WAITING_SCANS: '60',
  OCR_WEB_MAX_WAITING_BATCH_SCANS: '60',
  OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
  OCR_WEB_WEBHOOK_FIRST_RETRY_MS: '200',
  // How long an attempt that was killed counts as under way.
  OCR_WEB_WEBHOOK_TIMEOUT_SECONDS: '5',
};

const clientCount = 8;

/**
 * The longest time from the listening line to a kill, milliseconds, or as long as a start takes
 * where that is longer: else a slow machine would do nothing before it.
 */
const minMaxDelayMs = 1500;

/**
 * Kills a service under load again and again by SIGKILL, with and without its supervisor, each time
 * at a random moment after it listens, or before. Then asks it for all that it has acknowledged,
 * and looks into its data folder.
 *
 * @param seed decides on the moments, and on what the clients send
 * @throws an Error when a start fails, or an answer is none that a client may get
 */
export async function runKillRound(kills: number, seed: number): Promise<KillRound> {
  const dataDirectory = await prepareDataDirectory();
  const receiver = await startReceiver();
  const startedAt = performance.now();
  const server = await startKillableServer(dataDirectory, environment);
  const startMs = Math.round(performance.now() - startedAt);
  const maxDelayMs = Math.max(minMaxDelayMs, startMs);
  try {
    const caller = await createApiCaller(token, server.url);
    await caller.createWebhook(receiver.url);
    const acknowledged = createAcknowledged();
    const random = createRandom(seed);
    const clients = runClients(clientCount, caller, random, acknowledged);
    let count = 0;
    while (count < kills) count += await killAtRandomMoment(server, random, { maxDelayMs, startMs });
    await clients.stop();
    await server.killAll();
    const findings = await audit({ dataDirectory, receiver, server, caller, acknowledged });
    return { kills: count + 1, acknowledged, findings };
  } finally {
    await server.end();
    await receiver.close();
    await rm(dataDirectory, { recursive: true });
  }
}

type Times = {
  /** The longest time from the listening line to a kill. */
  readonly maxDelayMs: number;
  /** How long a start takes. */
  readonly startMs: number;
};

/**
 * Returns how often it has killed: one in four kills is followed by one of the start that comes
 * after it.
 */
async function killAtRandomMoment(server: KillableServer, random: Random, { maxDelayMs, startMs }: Times): Promise<number> {
  await setTimeout(random.below(maxDelayMs));
  const way = random.below(4);
  if (way === 0) {
    await server.killWhileStarting(random.below(startMs));
    return 2;
  }
  await (way === 1 ? server.killAll() : server.killService());
  return 1;
}

type AuditDeps = {
  readonly dataDirectory: string;
  readonly receiver: Receiver;
  readonly server: KillableServer;
  readonly caller: ApiCaller;
  readonly acknowledged: Acknowledged;
};

async function audit({ dataDirectory, receiver, server, caller, acknowledged }: AuditDeps): Promise<Findings> {
  const findings = createFindings();
  await auditAnswers(caller, acknowledged, findings);
  await waitUntilIdle(caller);
  await auditWebhook(receiver, acknowledged, findings);
  await server.stop();
  await auditDataDirectory(dataDirectory, acknowledged, findings);
  return findings;
}
