import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { type KeyRing, unsealText } from '../../crypto/key-ring.ts';
import type { Tables } from '../../database/tables.ts';
import type { SpanAttributes } from '../../tracing/span-attributes.ts';
import type { TraceSpan, Tracing } from '../../tracing/tracing.ts';
import { readSecrets } from '../webhook-secrets.ts';
import type { Claim } from './claim-deliveries.ts';
import { releaseClaims } from './claims.ts';
import { type RecordedAttempt, recordAttempt } from './record-attempt.ts';
import type { RetrySchedule } from './retry-schedule.ts';
import type { Outcome } from './send-message.ts';
import { signMessage } from './sign-message.ts';

/** Makes one request. Rejects with the signal's reason only. */
export type Send = (url: string, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal) => Promise<Outcome>;

export type AttemptDeps = {
  readonly database: { readonly sql: Kysely<Tables> };
  readonly send: Send;
  /** What secrets are sealed with. */
  readonly key: Uint8Array;
  /** What payloads are sealed with. */
  readonly keys: KeyRing;
  readonly schedule: RetrySchedule;
  readonly userAgent: string;
  readonly now: () => Date;
  /** 0 to 1. */
  readonly random: () => number;
  readonly logger: Logger;
  readonly tracing?: Tracing | undefined;
  /** Hears of every attempt that was written down. */
  readonly onAttempt?: ((attempt: Outcome & { readonly ms: number; readonly status: RecordedAttempt['status'] }) => void) | undefined;
};

/**
 * Makes one attempt and writes down its outcome. Never rejects: what was not written down is due
 * again after its lease.
 *
 * @param signal breaks it off: then the delivery is given back, unless it is gone
 */
export async function makeAttempt(deps: AttemptDeps, claim: Claim, signal: AbortSignal): Promise<void> {
  const { database, send, key, keys, schedule, logger, now, userAgent } = deps;
  const about = { webhook: claim.webhookId, delivery: claim.deliveryId, attempt: claim.attempts + 1 };
  const span = startSpan(deps, claim);
  let ended: Outcome | undefined;
  try {
    const startedAt = now();
    const secrets = await readSecrets(database.sql, key, claim.webhookId, startedAt);
    // Deleted since it was claimed: nothing may be sent unsigned.
    if (secrets.length === 0) return;
    const body = unsealText(await keys.open(claim.dataKey, claim.ownerId), 'payload', claim.payload);
    const signed = signMessage({ id: claim.messageId, body }, secrets, startedAt);
    const headers = {
      'content-type': 'application/json',
      'user-agent': userAgent,
      ...signed,
      ...(span && { traceparent: span.traceparent }),
    };
    const outcome = await send(claim.url, headers, body, signal);
    ended = outcome;
    const recorded = await recordAttempt(database.sql, schedule, claim, { ...outcome, startedAt, endedAt: now() }, deps.random());
    if (recorded) deps.onAttempt?.({ ...outcome, ms: now().getTime() - startedAt.getTime(), status: recorded.status });
    // The address is not logged: it can carry what opens the receiver.
    logger.info({ ...about, ...outcome, ...recorded }, 'webhook delivery');
  } catch (error) {
    if (signal.aborted) await releaseClaims(database.sql, now(), claim).catch(() => undefined);
    else logger.error({ err: error, ...about }, 'webhook delivery');
  } finally {
    span?.end(describeEnd(ended));
  }
}

/** Nothing where nothing is traced, as of events of the time before. */
function startSpan({ tracing }: AttemptDeps, { traceparent, deliveryId, attempts }: Claim): TraceSpan | undefined {
  if (!tracing || traceparent === null) return undefined;
  const attributes = { 'ocr_web.delivery.id': deliveryId, 'ocr_web.delivery.attempt': attempts + 1 };
  return tracing.start('deliver webhook', { kind: 'client', parent: traceparent, attributes });
}

function describeEnd(outcome: Outcome | undefined): SpanAttributes {
  if (!outcome) return { 'error.type': 'aborted' };
  const { httpStatus, failure } = outcome;
  return { ...(httpStatus !== null && { 'http.response.status_code': httpStatus }), ...(failure !== null && { 'error.type': failure }) };
}
