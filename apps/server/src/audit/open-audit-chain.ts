import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { chainAuditEvents } from './chain-audit-events.ts';

/** Longest time that an event waits to be linked, milliseconds. */
const intervalMs = 5000;

/**
 * Links audit events every few seconds, and once more when it is closed.
 *
 * @returns how to close it
 */
export function openAuditChain(
  database: Pick<Database, 'engine' | 'sql'>,
  key: Uint8Array,
  logger: Pick<Logger, 'error'>,
): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const link = () => {
    running = running.then(() => chainAuditEvents(database, key)).catch((error: unknown) => logger.error({ err: error }, 'audit events'));
  };
  const timer = setInterval(link, intervalMs).unref();
  return async () => {
    clearInterval(timer);
    link();
    await running;
  };
}
