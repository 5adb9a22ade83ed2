import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Closers, createClosers } from './closers.ts';
import type { Config } from './config/settings.ts';
import { lockDirectory } from './files/lock-directory.ts';
import { openJobQueue } from './jobs/open-job-queue.ts';
import { type OpenReader, openReader as openReaderProcesses } from './open-reader.ts';
import { openStorage } from './open-storage.ts';
import { startApi } from './start-api.ts';
import { startWorker } from './start-worker.ts';
import { openWebhooks } from './webhooks/open-webhooks.ts';

/** A service whose supervisor was killed ends by itself, but not in the same moment; whoever starts the next one need not know of that. */
const lockWaitMs = 3000;

export type RunningServer = {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The token that this start made, if it made one: it can be shown now and never again. */
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
  openReader: OpenReader = openReaderProcesses,
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

/** Opens the parts in the order of their dependencies. A stop closes them in the opposite one. */
async function openAll(config: Config, logger: Logger, openReader: OpenReader, closers: Closers): Promise<RunningServer> {
  const shutdownMs = config.shutdownSeconds * 1000;
  const storage = await openStorage(config, logger, closers);
  const reader = await openReader(config);
  closers.add('reader', () => reader.close());
  const webhooks = await openWebhooks(config, storage.database, logger);
  closers.add('webhooks', () => webhooks.deliveries.close(shutdownMs));
  const jobs = await openJobQueue(storage.database, logger);
  closers.add('jobs', () => jobs.close(shutdownMs));
  await startWorker(config, { ...storage, jobs, logger, retentionMs: config.retentionHours * 3_600_000 }, reader);
  const stopping = new AbortController();
  const deps = { ...storage, jobs, reader, webhooks: webhooks.parts, stopping: stopping.signal, logger };
  const { url, firstToken } = await startApi(config, deps, closers);
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
