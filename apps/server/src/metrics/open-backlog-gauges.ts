import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { settlesWithin } from '../jobs/settles-within.ts';
import type { Backlog } from './read-backlog.ts';

/** How long what was read is shown again, so that many scrapes cost the database one query. */
const maxAgeMs = 5000;
/** A scrape waits no longer for the database: Prometheus gives up after ten seconds. */
const maxWaitMs = 2000;

export type BacklogDeps = {
  readonly read: () => Promise<Backlog>;
  readonly logger: Pick<Logger, 'warn'>;
  /** Milliseconds, of a clock that only goes forward. */
  readonly clock?: () => number;
  readonly timeoutMs?: number;
};

/**
 * Adds gauges of what waits in the database.
 *
 * @returns brings them up to date. Where the database does not answer, they are left out, as an old
 *   value would look like a new one, and `ocr_web_backlog_success` is 0
 */
export function openBacklogGauges(
  registry: Registry,
  { read, logger, clock = () => performance.now(), timeoutMs = maxWaitMs }: BacklogDeps,
): () => Promise<void> {
  const show = createGauges(registry);
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const readOnce = async () => {
    try {
      show(await read());
    } catch (error) {
      show(undefined);
      logger.warn({ err: error }, 'the backlog could not be read');
    }
    readAt = clock();
    reading = undefined;
  };
  return async () => {
    if (clock() - readAt < maxAgeMs) return;
    // One at a time: a database that hangs is not asked again.
    reading ??= readOnce();
    if (!(await settlesWithin(reading, timeoutMs))) show(undefined);
  };
}

function createGauges(registry: Registry): (backlog: Backlog | undefined) => void {
  const registers = [registry];
  const queue = new Gauge({ name: 'ocr_web_queue_scans', help: 'Scans that are not finished.', labelNames: ['kind'], registers });
  const oldest = new Gauge({ name: 'ocr_web_queue_oldest_seconds', help: 'How long the oldest scan has waited; 0 if none.', registers });
  const pending = new Gauge({ name: 'ocr_web_webhook_deliveries_pending', help: 'Deliveries that are under way or wait.', registers });
  const overdue = new Gauge({
    name: 'ocr_web_webhook_overdue_seconds',
    help: 'How late the most overdue delivery is; 0 if none.',
    registers,
  });
  const success = new Gauge({ name: 'ocr_web_backlog_success', help: 'Whether the database told what waits.', registers });
  return (backlog) => {
    success.set(backlog ? 1 : 0);
    if (!backlog) {
      queue.reset();
      for (const gauge of [oldest, pending, overdue]) gauge.remove();
      return;
    }
    const { oldest_seconds: oldestSeconds, ...kinds } = backlog.queue;
    for (const [kind, count] of Object.entries(kinds)) queue.set({ kind }, count);
    oldest.set(oldestSeconds ?? 0);
    pending.set(backlog.deliveries.pending);
    overdue.set(backlog.deliveries.overdueSeconds);
  };
}
