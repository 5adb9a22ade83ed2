import type { ProblemBody } from '../schemas/v2/problem.ts';

/**
 * The client's own codes; every other code comes from the service, from the `code` of its problem.
 */
export type ClientErrorCode =
  | 'client.network'
  | 'client.timeout'
  | 'client.wait_timeout'
  | 'client.bad_answer'
  | 'webhook.headers_invalid'
  | 'webhook.signature_invalid'
  | 'webhook.timestamp_outside_tolerance';

type Details = {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly problem?: ProblemBody | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
};

const marker = Symbol.for('ocr-web.client-error');

/**
 * Everything that can go wrong between a caller and the service, except the caller's own abort,
 * which throws the signal's reason.
 */
export class OcrWebError extends Error {
  /** The service's code, such as `not_found` or `field.invalid`, or one of the client's own. */
  readonly code: ClientErrorCode | (string & {});
  /** The HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** The service's id of the request, which is in its log lines too. */
  readonly requestId: string | undefined;
  /**
   * The service's problem; undefined when no answer came, or one that is not from the service (a
   * proxy's page).
   */
  readonly problem: ProblemBody | undefined;
  /** How long the service asks to wait before the next attempt, milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** How often the request was sent before the client gave up. */
  attempts = 1;
  readonly [marker] = true;

  constructor(code: OcrWebError['code'], message: string, { status, requestId, problem, retryAfterMs, cause }: Details = {}) {
    super(message, { cause });
    this.name = 'OcrWebError';
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Recognises it by its marker, which also works with two copies of this package. */
export function isOcrWebError(error: unknown): error is OcrWebError {
  return typeof error === 'object' && error !== null && marker in error;
}
