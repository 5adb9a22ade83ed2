import type { Logger } from 'pino';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Waits for the first signal, then for `stop`. A second signal ends the process at once: what was acknowledged is on the disk. */
export async function stopOnSignals(stop: () => Promise<void>, logger: Logger): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  let asked = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (asked) process.exit(signal === 'SIGINT' ? 130 : 143);
    asked = true;
    resolve(signal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  logger.info({ signal: await promise }, 'stopping');
  await stop();
  for (const signal of signals) process.off(signal, onSignal);
  logger.info('stopped');
}
