import { flushCompileCache } from 'node:module';
import { pino } from 'pino';
import { renderBanner } from './banner.ts';
import { collectGarbageWhenIdle, ownCollector } from './collect-garbage-when-idle.ts';
import { parseConfig } from './config/parse-config.ts';
import { isStartupError, type StartupError } from './errors/startup-error.ts';
import { toStartupError } from './errors/to-startup-error.ts';
import { exitOnFault } from './exit-on-fault.ts';
import { createLogger } from './observability/create-logger.ts';
import { startServer } from './start/start-server.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import type { Supervisor } from './supervision/connect-to-supervisor.ts';
import { diskFullExitCode } from './supervision/disk-full-exit-code.ts';
import { startWatchdog } from './watchdog/start-watchdog.ts';

/** What the entry point hands over. */
export type ProcessIo = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes the banner. */
  readonly print: (text: string) => void;
  /** Takes the reason why the service does not start. */
  readonly printError: (text: string) => void;
  readonly supervisor: Supervisor;
};

/**
 * Runs the service until it is told to stop by SIGINT or SIGTERM. Logs go to standard error as JSON
 * lines.
 *
 * @returns the exit code: 0 after a stop, 1 when it could not start, `diskFullExitCode` when it
 *   could not because its disk is full
 */
export async function serve({ environment, print, printError, supervisor }: ProcessIo): Promise<number> {
  const started = await start(environment, supervisor.mainPid).catch((error: StartupError) => {
    printError(`${error.message}\n`);
    return error;
  });
  if (isStartupError(started)) return started.code === 'disk.full' ? diskFullExitCode : 1;
  const { config, logger, server } = started;
  // Not before: a start may be busy for longer than a request ever is, when it makes or mends the
  // database.
  startWatchdog(config.watchdogSeconds * 1000, (error) => logger.error({ err: error }, 'the watchdog failed'));
  const collector = ownCollector();
  if (collector) collectGarbageWhenIdle(collector);
  // Who has seen the banner may already send a signal.
  const stopped = stopOnSignals(server.stop, logger);
  supervisor.reportReady(server.port);
  print(
    renderBanner(server.url, { firstToken: server.firstToken, isTokenSet: config.token !== undefined, isWorker: config.role === 'worker' }),
  );
  // A service that is killed later could not do it any more. Where nothing was compiled anew,
  // nothing is done.
  flushCompileCache();
  await stopped;
  return 0;
}

/** Throws nothing but a StartupError. */
async function start(environment: ProcessIo['environment'], mainPid: number) {
  // Until the settings are read, nothing depends on a folder.
  let dataDirectory = process.cwd();
  try {
    const config = parseConfig(environment);
    dataDirectory = config.dataDirectory;
    const logger = createLogger(config.logLevel, pino.destination({ dest: 2, sync: true }));
    exitOnFault(logger);
    return { config, logger, server: await startServer(config, logger, undefined, mainPid) };
  } catch (error) {
    throw toStartupError(error, dataDirectory);
  }
}
