import type { ServiceErrorCode } from '../../errors/service-error.ts';

/**
 * Everything that v2 answers as a problem: the refusals, and the failure that is nobody's fault but
 * ours.
 */
export type ProblemCode = ServiceErrorCode | 'server.failed';

/** What each problem is, whatever the request. */
export const problemTitles = {
  'authentication.missing': 'No token was sent',
  'authentication.invalid': 'The token is not valid',
  'scope.missing': 'The token may not do this',
  'picture.deleted': 'The file is not kept any more',
  'picture_url.altered': 'The signature does not match the address',
  'picture_url.expired': 'The address has expired',
  not_found: 'There is nothing here',
  'method.not_allowed': 'The method is not allowed here',
  'answer.not_acceptable': 'No acceptable form of the answer',
  'expectation.failed': 'The expectation cannot be met',
  'body.too_large': 'The body is too large',
  'body.unsupported': 'The content type is not supported',
  'body.malformed': 'The body cannot be parsed',
  'field.invalid': 'A part of the request is not valid',
  'picture.empty': 'The file is empty',
  'picture.unsupported': 'The file is of a kind that is not read',
  'picture.corrupt': 'The file is damaged',
  'picture.too_large': 'The picture has too many pixels',
  'rate.limited': 'Too many requests',
  'quota.used_up': 'The scans of the day are used up',
  'queue.full': 'Too many scans are waiting',
  'uploads.full': 'Too many uploads at the same time',
  'upload.too_slow': 'The body came too slowly',
  'storage.full': 'The service has too little space left',
  'storage.unavailable': 'The storage of the service cannot be reached',
  'scan.not_completed': 'The scan is not completed',
  'idempotency.mismatch': 'The idempotency key belongs to another request',
  'drawings.full': 'Too many pictures are being drawn',
  'drawing.failed': 'The picture could not be drawn',
  'batch.too_many_files': 'The batch has too many files',
  'streams.full': 'Too many streams are open',
  'webhook.limit': 'There are as many webhooks as may be',
  'webhook.disabled': 'The webhook is switched off',
  'server.failed': 'The service failed',
} as const satisfies Record<ProblemCode, string>;
