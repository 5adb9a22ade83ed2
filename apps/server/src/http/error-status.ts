import type { ServiceErrorCode } from '../errors/service-error.ts';

/** The one place where a refusal becomes a status. */
export const errorStatus = {
  'authentication.missing': 401,
  'authentication.invalid': 401,
  'picture_url.altered': 403,
  'picture_url.expired': 403,
  not_found: 404,
  'method.not_allowed': 405,
  'answer.not_acceptable': 406,
  'body.too_large': 413,
  'body.unsupported': 415,
  'body.malformed': 400,
  'field.invalid': 400,
  'picture.empty': 400,
  'picture.unsupported': 400,
  'picture.corrupt': 400,
  'picture.too_large': 413,
  'rate.limited': 429,
  'queue.full': 429,
  'uploads.full': 503,
  'scan.not_completed': 409,
  'idempotency.mismatch': 422,
  'drawings.full': 503,
  'drawing.failed': 503,
  'webhook.limit': 409,
  'webhook.disabled': 409,
} as const satisfies Record<ServiceErrorCode, number>;
