import type { Logger } from 'pino';
import { listenForStopSignals } from './supervision/listen-for-stop-signals.ts';
import { signalExitCode } from './supervision/signal-exit-code.ts';

/**
 * Waits for the first signal, then for `stop`. A second signal ends the process at once: what was
 * acknowledged is on the disk.
 */
export async function stopOnSignals(stop: () => Promise<void>, logger: Logger): Promise<void> {
  const signals = listenForStopSignals();
  signals.end.addEventListener('abort', () => process.exit(signalExitCode(signals.end.reason)));
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  signals.stop.addEventListener('abort', () => resolve());
  await asked;
  logger.info({ signal: signals.stop.reason }, 'stopping');
  await stop();
  signals.close();
  logger.info('stopped');
}
