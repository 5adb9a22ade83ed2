import type { Logger } from 'pino';
import type { Config } from '../config/settings.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { createClosers } from './closers.ts';
import { type OpenReader, openReader as openReaderProcesses, type Reader } from './open-reader.ts';
import type { RunningServer } from './open-server.ts';

/**
 * A service whose supervisor was killed ends by itself, but not in the same moment; whoever starts
 * the next one need not know of that.
 */
const lockWaitMs = 3000;

/**
 * Starts the whole service: folder, reader, database, queue, workers, HTTP.
 *
 * @param openReader how to get a reader; the pool of child processes unless a test brings another
 * @param mainPid the process that is named to whoever wants the folder too
 * @throws StartupError when the folder is in use or cannot be written, the reader does not start,
 *   or the port is taken; nothing is left open then
 */
export async function startServer(
  config: Config,
  logger: Logger,
  openReader: OpenReader = openReaderProcesses,
  mainPid = process.pid,
): Promise<RunningServer> {
  const closers = createClosers(logger);
  try {
    // A database server is made for several processes, the folder's database is not.
    if (config.databaseUrl === undefined)
      closers.add('lock', (await lockDirectory(config.dataDirectory, { mainPid, maxWaitMs: lockWaitMs })).release);
    const opening = openReader(config, logger);
    // Its user hears of a failure, who may come late or, where something else fails, never.
    opening.catch(() => undefined);
    closers.add('reader', () => closeOpened(opening));
    // The readers take as long to start as the rest takes to be loaded: both go on at the same
    // time.
    const { openServer } = await import('./open-server.ts');
    return await openServer(config, logger, opening, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function closeOpened(opening: Promise<Reader>): Promise<void> {
  const [opened] = await Promise.allSettled([opening]);
  if (opened.status === 'fulfilled') await opened.value.close();
}
