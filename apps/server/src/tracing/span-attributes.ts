import { methods, scanFailures, webhookFailures } from '../observability/known-words.ts';
import { isNumber, isOneOf, pickSafe, type SafeCheck, type SafeValues } from '../observability/safe-values.ts';

/** The pattern of a route, with the names of its parameters and none of their values. */
export const isRoute: SafeCheck<string> = (value): value is string => typeof value === 'string' && /^\/[a-z\d/:*._-]{0,100}$/.test(value);

/**
 * Everything that a span may say of what it stands for. Names with a dot at the front are those of
 * OpenTelemetry's semantic conventions; the others are ours.
 */
const spanAttributes = {
  'http.request.method': isOneOf(methods),
  'http.route': isRoute,
  'http.response.status_code': isNumber,
  /** What went wrong: a class of errors. `aborted`: the client went away. */
  'error.type': isOneOf([...scanFailures, ...webhookFailures, 'aborted', 'fault', '500', '502', '503', '504', '507']),
  'ocr_web.scan.id': isNumber,
  'ocr_web.scan.status': isOneOf(['completed', 'failed']),
  'ocr_web.picture.bytes': isNumber,
  'ocr_web.reading.pages': isNumber,
  'ocr_web.reading.zones': isNumber,
  'ocr_web.delivery.id': isNumber,
  'ocr_web.delivery.attempt': isNumber,
} as const;

export type SpanAttributes = SafeValues<typeof spanAttributes>;

/**
 * Returns the attributes that a span may have. The type says the same; this also holds for values
 * whose type is a lie.
 */
export function toSafeAttributes(attributes: SpanAttributes): Record<string, string | number> {
  return pickSafe(spanAttributes, attributes).picked as Record<string, string | number>;
}
