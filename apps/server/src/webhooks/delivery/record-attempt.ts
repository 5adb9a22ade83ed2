import type { WebhookFailure } from '@ocr-web/api';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { disableWebhook } from '../disable-webhook.ts';
import type { Claim } from './claim-deliveries.ts';
import { planRetry, type RetrySchedule } from './retry-schedule.ts';
import type { Outcome } from './send-message.ts';

export type Attempt = Outcome & { readonly startedAt: Date; readonly endedAt: Date };

export type RecordedAttempt = { readonly status: 'pending' | 'delivered' | 'dead'; readonly nextAttemptAt: Date | null };

/**
 * Writes down how an attempt ended, and with it what happens next: done, tried again, or given up.
 * An answer of 410 also switches the webhook off, unless it got another address meanwhile.
 *
 * @param random 0 to 1
 * @returns undefined when the delivery is gone or in other hands; then nothing was written
 */
export function recordAttempt(
  sql: Kysely<Tables>,
  schedule: RetrySchedule,
  claim: Claim,
  attempt: Attempt,
  random: number,
): Promise<RecordedAttempt | undefined> {
  const { endedAt, failure, retryAfterMs } = attempt;
  return sql.transaction().execute(async (transaction) => {
    const isOff =
      failure === 'gone' &&
      (await disableWebhook(transaction, claim.webhookId, 'gone', endedAt, { url: claim.url, except: claim.deliveryId }));
    const retryAt = failure === null || isOff ? undefined : planRetry(schedule, claim.retrySince, endedAt, random, retryAfterMs);
    const status = failure === null ? 'delivered' : retryAt ? 'pending' : 'dead';
    const recorded = { status, nextAttemptAt: retryAt ?? null } as const;
    return (await write(transaction, claim, attempt, recorded)) ? recorded : undefined;
  });
}

async function write(transaction: Transaction<Tables>, claim: Claim, attempt: Attempt, recorded: RecordedAttempt): Promise<boolean> {
  const { startedAt, endedAt, httpStatus, failure } = attempt;
  const { numUpdatedRows } = await transaction
    .updateTable('webhook_deliveries')
    .set((set) => ({
      status: recorded.status,
      next_attempt_at: recorded.nextAttemptAt,
      finished_at: recorded.status === 'pending' ? null : endedAt,
      claim: null,
      attempts: set('attempts', '+', 1),
      last_attempt_at: startedAt,
      last_duration_ms: endedAt.getTime() - startedAt.getTime(),
      last_http_status: httpStatus,
      last_failure: failure satisfies WebhookFailure | null,
    }))
    .where('id', '=', claim.deliveryId)
    .where('claim', '=', claim.claim)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
