/**
 * Every refusal of the service that a client can cause or must hear of. The status of each is in
 * http/error-status.ts.
 */
export type ServiceErrorCode =
  | 'authentication.missing'
  | 'authentication.invalid'
  | 'scope.missing'
  | 'picture.deleted'
  | 'picture_url.altered'
  | 'picture_url.expired'
  | 'not_found'
  | 'method.not_allowed'
  | 'answer.not_acceptable'
  | 'expectation.failed'
  | 'body.too_large'
  | 'body.unsupported'
  | 'body.malformed'
  | 'field.invalid'
  | 'picture.empty'
  | 'picture.unsupported'
  | 'picture.corrupt'
  | 'picture.too_large'
  | 'rate.limited'
  | 'quota.used_up'
  | 'queue.full'
  | 'uploads.full'
  | 'upload.too_slow'
  | 'storage.full'
  | 'storage.unavailable'
  | 'scan.not_completed'
  | 'idempotency.mismatch'
  | 'drawings.full'
  | 'drawing.failed'
  | 'batch.too_many_files'
  | 'streams.full'
  | 'webhook.limit'
  | 'webhook.disabled';

type Details = {
  /** The refused field, where the refusal is about one. */
  readonly field?: string;
  /** For `field.invalid` of v2, where more than one part of a request may be refused at once. */
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
};

const marker = Symbol.for('ocr-web.service-error');

/**
 * A refusal with a code from a closed union. Its message is for the client: it names the field and
 * what is valid.
 */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly details: Details;
  readonly [marker] = true;

  constructor(code: ServiceErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.details = details;
  }
}

/** Tells by its marker, which also works across two copies of this package. */
export function isServiceError(error: unknown): error is ServiceError {
  return typeof error === 'object' && error !== null && marker in error;
}
