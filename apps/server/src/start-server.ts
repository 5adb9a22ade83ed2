import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isEngineError, openReaderPool, type ReaderPool } from '@ocr-web/reader';
import type { Logger } from 'pino';
import { type Closers, createClosers } from './closers.ts';
import type { Config } from './config/settings.ts';
import type { Database } from './database/database.ts';
import { ensureSecret } from './database/ensure-secret.ts';
import { migrateDatabase } from './database/migrate-database.ts';
import { openEmbeddedDatabase } from './database/open-embedded-database.ts';
import { StartupError } from './errors/startup-error.ts';
import { lockDirectory } from './files/lock-directory.ts';
import { buildApp } from './http/build-app.ts';
import { checkReadiness } from './http/check-readiness.ts';
import { closeApp } from './http/close-app.ts';
import { listen } from './http/listen.ts';
import { openJobQueue } from './jobs/open-job-queue.ts';
import { deleteExpiredBatches } from './maintenance/delete-expired-batches.ts';
import { deleteExpiredScans } from './maintenance/delete-expired-scans.ts';
import { deleteOrphanPictures } from './maintenance/delete-orphan-pictures.ts';
import { recoverScans } from './maintenance/recover-scans.ts';
import { type MaintenanceDeps, runMaintenance } from './maintenance/run-maintenance.ts';
import type { ObjectStore } from './pictures/object-store.ts';
import { openDiskStore } from './pictures/open-disk-store.ts';
import { openAllWaiters } from './scans/open-all-waiters.ts';
import { processScan } from './scans/process-scan.ts';
import { ensureFirstToken } from './tokens/ensure-first-token.ts';
import { openTokenRegistry, type TokenRegistry } from './tokens/open-token-registry.ts';
import { openTokenSocket } from './tokens/token-socket.ts';
import { hashToken } from './tokens/token-text.ts';
import { openWebhooks } from './webhooks/open-webhooks.ts';

/** The part of the reader that the service uses. */
export type Reader = Pick<ReaderPool, 'read' | 'draw' | 'close'>;
export type OpenReader = (config: Config) => Promise<Reader>;

export type RunningServer = {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** The token that this start made, if it made one: it can be shown now and never again. */
  readonly firstToken: string | undefined;
  /** Stops in phases: not ready any more, no new requests, then running scans, then the reader, then the database. Safe to call twice. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the whole service: folder, database, queue, reader, workers, HTTP.
 *
 * @param openReader how to get a reader; the pool of child processes unless a test brings another
 * @throws StartupError when the folder is in use or cannot be written, the reader does not start, or the port is taken; nothing is left open then
 */
export async function startServer(config: Config, logger: Logger, openReader: OpenReader = openPool): Promise<RunningServer> {
  const closers = createClosers(logger);
  try {
    return await openAll(config, logger, openReader, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function openAll(config: Config, logger: Logger, openReader: OpenReader, closers: Closers): Promise<RunningServer> {
  const { database, store } = await openStorage(config, logger, closers);
  const reader = await openReader(config);
  closers.add('reader', () => reader.close());
  const webhooks = await openWebhooks(config, database, logger);
  closers.add('webhooks', () => webhooks.deliveries.close(config.shutdownSeconds * 1000));
  const jobs = await openJobQueue(database, logger);
  closers.add('jobs', () => jobs.close(config.shutdownSeconds * 1000));
  const retentionMs = config.retentionHours * 3_600_000;
  const maintenance = { database, store, jobs, logger, retentionMs };
  await cleanUpAfterLastRun(maintenance);
  await startWorkers(config, maintenance, reader);
  const waiters = await openAllWaiters(database);
  const tokens = await openTokens(config, { database, store, logger }, closers);
  const pictureSecret = await ensureSecret(database.sql, 'picture urls');
  const stopping = new AbortController();
  const app = buildApp({
    config,
    tokens,
    scans: { sql: database.sql, store, jobs, maxWaitingScans: config.maxWaitingScans, retentionMs },
    webhooks: webhooks.parts,
    waiters,
    draw: reader.draw.bind(reader),
    pictureSecret,
    checkReadiness: () => checkReadiness({ database: () => probe(database), pictures: store.check }, stopping.signal.aborted),
    logger,
  });
  const url = await listen(app, config.host, config.port);
  closers.add('http', () => closeApp(app, waiters.close, config.shutdownSeconds * 1000));
  // Last, since it can be shown only once: a start that fails must not have made it already.
  const firstToken = await ensureFirstToken(database.sql, config.token);
  await tokens.reload();
  if (config.token !== undefined && !tokens.find(hashToken(config.token))) logger.warn('the token in OCR_WEB_TOKEN is revoked');
  const stop = async () => {
    stopping.abort();
    await setTimeout(config.drainSeconds * 1000);
    await closers.closeAll();
  };
  let stopped: Promise<void> | undefined;
  return {
    url,
    firstToken,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function openStorage(config: Config, logger: Logger, closers: Closers): Promise<{ database: Database; store: ObjectStore }> {
  const lock = await lockDirectory(config.dataDirectory);
  closers.add('lock', lock.release);
  const database = await openEmbeddedDatabase(config.dataDirectory, {
    // Whatever was acknowledged is on the disk, or the disk has lost it: nothing that is still to come would be true.
    onFault: (error) => {
      logger.fatal({ err: error }, 'the database is beyond use');
      process.exit(1);
    },
  });
  closers.add('database', database.close);
  await migrateDatabase(database);
  const store = await openDiskStore(join(config.dataDirectory, 'pictures'));
  closers.add('pictures', store.close);
  return { database, store };
}

/** What is changed through the socket holds for the requests at once. */
async function openTokens(
  config: Config,
  { database, store, logger }: Pick<MaintenanceDeps, 'database' | 'store' | 'logger'>,
  closers: Closers,
): Promise<TokenRegistry> {
  const registry = await openTokenRegistry(database, logger);
  closers.add('tokens', registry.close);
  closers.add('token socket', await openTokenSocket({ sql: database.sql, store, reload: registry.reload }, config.dataDirectory, logger));
  return registry;
}

/** Before anybody can upload: whatever is lying about was left by a process that died. */
async function cleanUpAfterLastRun({ database, store, jobs, logger }: MaintenanceDeps): Promise<void> {
  const { sql } = database;
  const expiredBatches = await deleteExpiredBatches(sql, store, new Date());
  const expired = await deleteExpiredScans(sql, store, new Date());
  const orphans = await deleteOrphanPictures(sql, store, new Date());
  const recovered = await recoverScans(database, jobs);
  if (expiredBatches + expired + orphans + recovered > 0)
    logger.info({ expiredBatches, expired, orphans, recovered }, 'cleaned up after the last run');
}

async function startWorkers(config: Config, maintenance: MaintenanceDeps, reader: Reader): Promise<void> {
  const { database, store, jobs, logger } = maintenance;
  const processing = { database, store, logger, read: reader.read.bind(reader), maxAttempts: config.jobAttempts };
  await jobs.work('read-scan', config.readerProcesses, ({ scanId }, signal) => processScan(processing, scanId, signal));
  await jobs.work('maintenance', 1, () => runMaintenance(maintenance, new Date()));
  await jobs.schedule('maintenance', maintenanceMinutes);
}

/** Time between two runs of the chores. */
const maintenanceMinutes = 5;

function probe({ sql }: Database): Promise<unknown> {
  return sql.selectFrom('scans').select('id').limit(1).execute();
}

async function openPool(config: Config): Promise<Reader> {
  const { readerProcesses: size, readerMemoryMib: memoryLimitMib, maxPicturePixels: maxPixels, maxPages } = config;
  try {
    return await openReaderPool({ size, memoryLimitMib, maxPixels, maxPages, deadlineMs: config.readerDeadlineSeconds * 1000 });
  } catch (cause) {
    if (!isEngineError(cause)) throw cause;
    const advice = 'OCR_WEB_READER_MEMORY_MIB and OCR_WEB_READER_PROCESSES say how much of this machine the readers take.';
    throw new StartupError('reader.unavailable', `The reader did not start (${cause.code}): ${cause.message} ${advice}`, { cause });
  }
}
