import type { Logger } from 'pino';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Ctrl-C under npm arrives twice, from the terminal and from npm. What comes within this time is the same one. */
const sameSignalMs = 300;

/** Waits for the first signal, then for `stop`. A second signal ends the process at once: what was acknowledged is on the disk. */
export async function stopOnSignals(stop: () => Promise<void>, logger: Logger): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  let askedAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    askedAt ??= performance.now();
    if (performance.now() - askedAt > sameSignalMs) process.exit(signal === 'SIGINT' ? 130 : 143);
    resolve(signal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  logger.info({ signal: await promise }, 'stopping');
  await stop();
  for (const signal of signals) process.off(signal, onSignal);
  logger.info('stopped');
}
