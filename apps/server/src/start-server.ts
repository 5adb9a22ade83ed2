import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isEngineError, openReaderPool, type ReaderPool } from '@ocr-web/reader';
import type { Logger } from 'pino';
import { deleteExpiredBatches } from './batches/delete-expired-batches.ts';
import { type Closers, createClosers } from './closers.ts';
import type { Config } from './config/settings.ts';
import type { Database } from './database/database.ts';
import { ensureSecret } from './database/ensure-secret.ts';
import { migrateDatabase } from './database/migrate-database.ts';
import { isDatabaseMade, openEmbeddedDatabase } from './database/open-embedded-database.ts';
import { StartupError } from './errors/startup-error.ts';
import { lockDirectory } from './files/lock-directory.ts';
import { type FreeSpace, watchFreeSpace } from './files/watch-free-space.ts';
import { buildApp } from './http/build-app.ts';
import { checkReadiness } from './http/check-readiness.ts';
import { closeApp } from './http/close-app.ts';
import { listen } from './http/listen.ts';
import { openPgBossQueue } from './jobs/open-pg-boss-queue.ts';
import { deleteOrphanPictures } from './pictures/delete-orphan-pictures.ts';
import type { ObjectStore } from './pictures/object-store.ts';
import { openDiskStore } from './pictures/open-disk-store.ts';
import { deleteExpiredScans } from './scans/delete-expired-scans.ts';
import { type HouseParts, keepHouse } from './scans/keep-house.ts';
import { openAllWaiters } from './scans/open-all-waiters.ts';
import { processScan } from './scans/process-scan.ts';
import { recoverScans } from './scans/recover-scans.ts';
import { ensureFirstToken } from './tokens/ensure-first-token.ts';
import { openTokenSocket } from './tokens/token-socket.ts';
import { deleteOldDeliveries } from './webhooks/delete-old-deliveries.ts';
import { openWebhooks } from './webhooks/open-webhooks.ts';

/** The part of the reader that the service uses. */
export type Reader = Pick<ReaderPool, 'read' | 'draw' | 'close'>;
export type OpenReader = (config: Config) => Promise<Reader>;

/** A service whose supervisor was killed ends by itself, but not in the same moment; whoever starts the next one need not know of that. */
const lockWaitMs = 3000;

export type RunningServer = {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The token that this start stored, if it stored one: it can be shown now and never again. */
  readonly firstToken: string | undefined;
  /** Stops in phases: not ready any more, no new requests, then running scans, then the reader, then the database. Safe to call twice. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the whole service: folder, database, queue, reader, workers, HTTP.
 *
 * @param openReader how to get a reader; the pool of child processes unless a test brings another
 * @param mainPid the process that is named to whoever wants the folder too
 * @throws StartupError when the folder is in use or cannot be written, the reader does not start, or the port is taken; nothing is left open then
 */
export async function startServer(
  config: Config,
  logger: Logger,
  openReader: OpenReader = openPool,
  mainPid = process.pid,
): Promise<RunningServer> {
  const closers = createClosers(logger);
  try {
    closers.add('lock', (await lockDirectory(config.dataDirectory, { mainPid, maxWaitMs: lockWaitMs })).release);
    return await openAll(config, logger, openReader, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function openAll(config: Config, logger: Logger, openReader: OpenReader, closers: Closers): Promise<RunningServer> {
  const { database, store, space } = await openStorage(config, logger, closers);
  const reader = await openReader(config);
  closers.add('reader', () => reader.close());
  const webhooks = await openWebhooks(config, database, logger);
  closers.add('webhooks', () => webhooks.deliveries.close(config.shutdownSeconds * 1000));
  const jobs = await openPgBossQueue(database, logger);
  closers.add('jobs', () => jobs.close(config.shutdownSeconds * 1000));
  const house = { database, store, jobs, logger };
  await cleanUpAfterLastRun(house);
  await startWorkers(config, house, reader);
  const waiters = await openAllWaiters(database);
  const pictureSecret = await ensureSecret(database.sql, 'picture urls');
  const stopping = new AbortController();
  const app = buildApp({
    config,
    scans: { sql: database.sql, store, jobs, maxWaitingScans: config.maxWaitingScans, retentionMs: config.retentionHours * 3_600_000 },
    webhooks: webhooks.parts,
    waiters,
    draw: reader.draw.bind(reader),
    pictureSecret,
    isSpaceLow: space.isLow,
    checkReadiness: () =>
      checkReadiness({ database: () => probe(database), pictures: store.check, space: () => probeSpace(space) }, stopping.signal.aborted),
    logger,
  });
  closers.add('token socket', await openTokenSocket(database.sql, config.dataDirectory, logger));
  const url = await listen(app, config.host, config.port);
  closers.add('http', () => closeApp(app, waiters.close, config.shutdownSeconds * 1000));
  // Last, since it can be shown only once: a start that fails must not have made it already.
  const firstToken = await ensureFirstToken(database.sql, config.token);
  const stop = async () => {
    stopping.abort();
    await setTimeout(config.drainSeconds * 1000);
    await closers.closeAll();
  };
  let stopped: Promise<void> | undefined;
  return {
    url,
    // An address leaves out the port that its scheme has anyway.
    port: Number(new URL(url).port || 80),
    firstToken,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

type Storage = { readonly database: Database; readonly store: ObjectStore; readonly space: FreeSpace };

async function openStorage(config: Config, logger: Logger, closers: Closers): Promise<Storage> {
  if (!isDatabaseMade(config.dataDirectory))
    logger.info('first start on this folder: the database is being made, which takes some seconds');
  const database = await openEmbeddedDatabase(config.dataDirectory);
  closers.add('database', database.close);
  await migrateDatabase(database.sql);
  const space = await watchFreeSpace(config.dataDirectory, config.minFreeMib * 1_048_576);
  closers.add('space', () => Promise.resolve(space.close()));
  return { database, store: await openDiskStore(join(config.dataDirectory, 'pictures')), space };
}

/** Before anybody can upload: whatever is lying about was left by a process that died. */
async function cleanUpAfterLastRun({ database, store, jobs, logger }: HouseParts): Promise<void> {
  const { sql } = database;
  const expiredBatches = await deleteExpiredBatches(sql, store, new Date());
  const expired = await deleteExpiredScans(sql, store, new Date());
  const orphans = await deleteOrphanPictures(sql, store, new Date());
  const recovered = await recoverScans(database, jobs);
  if (expiredBatches + expired + orphans + recovered > 0)
    logger.info({ expiredBatches, expired, orphans, recovered }, 'cleaned up after the last run');
}

async function startWorkers(config: Config, house: HouseParts, reader: Reader): Promise<void> {
  const { database, store, logger } = house;
  const processing = { sql: database.sql, store, logger, read: reader.read.bind(reader), maxAttempts: config.jobAttempts };
  await house.jobs.work('read-scan', config.readerProcesses, ({ scanId }, signal) => processScan(processing, scanId, signal));
  await house.jobs.work('keep-house', 1, async () => {
    await deleteOldDeliveries(database.sql, config.retentionHours * 3_600_000, new Date());
    await keepHouse(house, new Date());
  });
  await house.jobs.schedule('keep-house', '*/5 * * * *');
}

function probe({ sql }: Database): Promise<unknown> {
  return sql.selectFrom('scans').select('id').limit(1).execute();
}

async function probeSpace(space: FreeSpace): Promise<void> {
  if (await space.check()) throw new Error('space is low');
}

async function openPool(config: Config): Promise<Reader> {
  const { readerProcesses: size, readerMemoryMib: memoryLimitMib, maxPicturePixels: maxPixels, maxPages } = config;
  try {
    return await openReaderPool({ size, memoryLimitMib, maxPixels, maxPages, deadlineMs: config.readerDeadlineSeconds * 1000 });
  } catch (cause) {
    // A process that the system refused to start is no matter of the reader's.
    if (!isEngineError(cause) || cause.cause instanceof Error) throw cause;
    const advice =
      cause.code === 'model.invalid'
        ? 'Install the program again ("npm ci" in its folder): the models came with it.'
        : 'OCR_WEB_READER_MEMORY_MIB and OCR_WEB_READER_PROCESSES say how much of this machine the readers take.';
    throw new StartupError('reader.unavailable', `The reader did not start (${cause.code}): ${cause.message} ${advice}`, { cause });
  }
}
