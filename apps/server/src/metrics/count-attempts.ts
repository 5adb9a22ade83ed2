import type { WebhookFailure } from '@ocr-web/api';
import { Counter, Histogram, type Registry } from 'prom-client';

/** An attempt to deliver an event, and what became of the delivery. */
export type EndedAttempt = {
  readonly failure: WebhookFailure | null;
  readonly ms: number;
  readonly status: 'pending' | 'delivered' | 'dead';
};

/** Seconds; an attempt has 15 of them unless more is set. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60, 120];

/** Counts attempts to deliver events by how they ended, and deliveries that came to their end. */
export function countAttempts(registry: Registry): (attempt: EndedAttempt) => void {
  const registers = [registry];
  const attempts = new Counter({
    name: 'ocr_web_webhook_attempts_total',
    help: 'Attempts to deliver an event, by outcome: delivered, or why not.',
    labelNames: ['outcome'],
    registers,
  });
  const deliveries = new Counter({
    name: 'ocr_web_webhook_deliveries_total',
    help: 'Deliveries that ended, delivered or given up.',
    labelNames: ['status'],
    registers,
  });
  for (const status of ['delivered', 'dead']) deliveries.inc({ status }, 0);
  const durations = new Histogram({
    name: 'ocr_web_webhook_attempt_duration_seconds',
    help: 'Time of an attempt, from its signature to what it left in the database.',
    buckets,
    registers,
  });
  return ({ failure, ms, status }) => {
    attempts.inc({ outcome: failure ?? 'delivered' });
    if (status !== 'pending') deliveries.inc({ status });
    durations.observe(ms / 1000);
  };
}
