import { phases } from '../start/closers.ts';
import { scanFailures, webhookFailures } from './known-words.ts';
import { isBoolean, isHexId, isNullOr, isNumber, isOneOf, isTime, type SafeCheck, type SafeValues } from './safe-values.ts';

/** Its serializer says what of it is written. */
const isSerialized: SafeCheck<unknown> = (value): value is unknown => value !== undefined;

/** A UUID, or as many hexadecimal digits: what another service gives its requests as well. */
const isRequestId: SafeCheck<string> = (value): value is string =>
  typeof value === 'string' && (isHexId(value) || /^[\da-f]{32}$/i.test(value));

/** A code of Node's parser of HTTP, or none. */
const isParserCode: SafeCheck<string> = (value): value is string => typeof value === 'string' && /^((HPE|ERR)_[A-Z_]{1,60})?$/.test(value);

/** What pg-boss calls the things that it warns of. */
const queueWarnings = [
  'slow_query',
  'queue_backlog',
  'index_bloat',
  'xmin_horizon',
  'autovacuum_disabled',
  'monitor_backoff',
  'clock_skew',
  'invalid_schedule',
  'start_retry',
  'handler_overrun',
] as const;

export type QueueWarning = (typeof queueWarnings)[number];

/** Everything that a log line may say beside its level, time and message. */
export const logFields = {
  err: isSerialized,
  req: isSerialized,
  res: isSerialized,
  requestId: isRequestId,
  code: isParserCode,
  status: (value: unknown): value is number | 'completed' | 'failed' | 'pending' | 'delivered' | 'dead' =>
    isNumber(value) || isOneOf(['completed', 'failed', 'pending', 'delivered', 'dead'])(value),
  ms: isNumber,
  port: isNumber,
  count: isNumber,
  scan: isNumber,
  scanId: isNumber,
  attempt: isNumber,
  attempts: isNumber,
  errorCode: isOneOf<string>(scanFailures),
  written: isBoolean,
  webhook: isHexId,
  delivery: isNumber,
  httpStatus: isNullOr(isNumber),
  failure: isNullOr(isOneOf(webhookFailures)),
  retryAfterMs: isNumber,
  nextAttemptAt: isNullOr(isTime),
  job: isOneOf(['read-scan', 'maintenance']),
  jobs: isNumber,
  traceparent: isHexId,
  retrySeconds: isNumber,
  warning: isOneOf(queueWarnings),
  phase: isOneOf(phases),
  signal: isOneOf(['SIGINT', 'SIGTERM']),
  deliveries: isNumber,
  expired: isNumber,
  expiredBatches: isNumber,
  expiredPictures: isNumber,
  orphans: isNumber,
  recovered: isNumber,
  requeued: isNumber,
} as const;

type LogFields = SafeValues<typeof logFields>;

declare module 'pino' {
  // biome-ignore lint/style/noNamespace: the types of pino have one, and only there they can be added to
  namespace pino {
    // What is handed to a logger has these types; what else is handed to it is not written.
    interface LogFnFields extends LogFields {}
  }
}
