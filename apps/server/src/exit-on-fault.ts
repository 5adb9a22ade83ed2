import type { Logger } from 'pino';

/**
 * Ends the process when an error reached nobody: its state is unknown then, and what was
 * acknowledged is on the disk. Node's own report would print the error with everything that is
 * attached to it.
 */
export function exitOnFault(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'fault');
    process.exit(1);
  });
}
