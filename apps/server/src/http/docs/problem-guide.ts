import type { ProblemCode } from '../v2/problem-titles.ts';

/** What each problem means, and the way out of it. Plain text; `code` in backticks. */
export const problemGuide = {
  'authentication.missing': {
    meaning: 'The request has no `Authorization` header, or one with a scheme that this API does not support.',
    wayOut:
      'Send `Authorization: Bearer <token>` (version 2) or `Authorization: Token <token>` (both versions). `ocr-web token create <name>` creates a token.',
  },
  'authentication.invalid': {
    meaning: 'The token is malformed, unknown, revoked or expired.',
    wayOut:
      'Check for a truncated copy or stray spaces. `ocr-web token list` lists the tokens; a token is shown in full only when it is created.',
  },
  'scope.missing': {
    meaning: 'The token is valid, but may not do this: `detail` names the scope that it lacks.',
    wayOut:
      'Use a token with that scope. The first token has all of them; `ocr-web token create <name>` creates one with `scan`, `read` and `delete`, `--scopes` chooses others, and `--admin` adds `admin`.',
  },
  'picture.deleted': {
    meaning: 'The file is kept for a shorter time than what was read in it, and that time is over.',
    wayOut:
      'The result is still there. If you need the file for longer, send `retain_picture` with it, or ask the operator (`ocr-web token update --retain-picture`, `OCR_WEB_PICTURE_RETENTION_MINUTES`).',
  },
  'picture_url.altered': {
    meaning: 'The signed address of the picture was changed after the service created it: something was altered, added or left out.',
    wayOut: 'Use the address exactly as the scan returned it, including the query. Fetch the scan again for a new address.',
  },
  'picture_url.expired': {
    meaning: 'Signed addresses are valid for an hour, and this one is older.',
    wayOut: 'Fetch the scan again: each answer has a new address.',
  },
  not_found: {
    meaning:
      'There is nothing here: the path does not exist, the id was never assigned, its retention time is over, it was deleted, or it belongs to another owner.',
    wayOut: "Check the path and the id, and use the token that created it. A scan's `expires_at` says until when it exists.",
  },
  'method.not_allowed': {
    meaning: 'The path exists, but not with this method.',
    wayOut: "The answer's `Allow` header lists the methods that work.",
  },
  'answer.not_acceptable': {
    meaning: "The request's `Accept` header excludes the media type of the answer.",
    wayOut: 'Omit `Accept`, or include the media type that the operation documents.',
  },
  'expectation.failed': {
    meaning: "The request's `Expect` header asks for something that the service does not support.",
    wayOut: 'Omit `Expect`, or send `100-continue`.',
  },
  'body.too_large': {
    meaning: 'The body or the file in it is larger than the service accepts. For an archive, its inflated size counts.',
    wayOut:
      'Send a smaller file: about 2,000 pixels on the long side of a document are enough. The operator sets the limit with `OCR_WEB_MAX_PICTURE_BYTES`, or `OCR_WEB_MAX_BATCH_BYTES` for batches.',
  },
  'body.unsupported': {
    meaning: "The operation does not accept the request's `Content-Type`, or the body is compressed (`Content-Encoding`).",
    wayOut:
      'Send one of the content types that the operation documents, without a content coding; `multipart/form-data` needs its boundary.',
  },
  'body.malformed': {
    meaning:
      'The request could not be parsed: its JSON, form or address is invalid or incomplete, or its `Host` header is missing, repeated or invalid.',
    wayOut: 'Let a library build the JSON or the form instead of assembling it by hand. `detail` says what was wrong.',
  },
  'field.invalid': {
    meaning: 'A field, a parameter or a header of the request has a value that cannot be used.',
    wayOut: '`errors` names each one and says what is valid.',
  },
  'picture.empty': {
    meaning: 'The file that was sent has no bytes.',
    wayOut: 'Send the file itself. An empty upload often means that it was read before it was written.',
  },
  'picture.unsupported': {
    meaning: 'Judging by its content, the file is not of a supported type, whatever type was declared.',
    wayOut: 'Send it as one of the types that `detail` lists.',
  },
  'picture.corrupt': {
    meaning: 'The file ends too early or contradicts its own structure.',
    wayOut: 'Send the complete file again. If that does not help, take or save the picture again.',
  },
  'picture.too_large': {
    meaning: 'The picture has more pixels than the service decodes, whatever its size in bytes.',
    wayOut: 'Scale it down. The operator sets the limit with `OCR_WEB_MAX_PICTURE_PIXELS`.',
  },
  'rate.limited': {
    meaning: "The token has used all requests of its window, or too many wrong tokens came from the client's address.",
    wayOut:
      'Wait for the seconds in `Retry-After`. The `RateLimit` header of each answer tells what is left; `Prefer: wait=20` and webhooks save polling. A valid token still works from an address that sent wrong ones.',
  },
  'quota.used_up': {
    meaning:
      "The token's scans of the day (UTC) are used up, or too few are left for all files of the batch. Tokens that were rotated count together. Nothing was stored.",
    wayOut:
      'Send the same request again after the seconds in `Retry-After`, or fewer files. The operator changes the quota with `ocr-web token update --scans-per-day`.',
  },
  'queue.full': {
    meaning: 'The queue is full: no more scans may wait for a reader. Nothing was stored.',
    wayOut:
      'Send the same request again after the seconds in `Retry-After`, with an `Idempotency-Key` if you are not sure that it was refused.',
  },
  'uploads.full': {
    meaning: 'The service is receiving as many uploads as it has memory for, or the token has its share of them. Nothing was stored.',
    wayOut: 'Send the same request again after the seconds in `Retry-After`, and send fewer at the same time.',
  },
  'upload.too_slow': {
    meaning: 'The body arrived too slowly while another upload needed the place. Nothing was stored.',
    wayOut:
      'Send the same request again over a better connection, or a smaller file. The operator sets the rate with `OCR_WEB_MIN_UPLOAD_BYTES_PER_SECOND`.',
  },
  'storage.full': {
    meaning:
      "The service's disk is nearly full, so it accepts no uploads. Existing scans can still be read and deleted. Nothing was stored.",
    wayOut:
      'Send the same request again after the seconds in `Retry-After`. The operator must free space: `OCR_WEB_MIN_FREE_MIB` sets how much, and `OCR_WEB_RETENTION_HOURS` how long scans are kept.',
  },
  'storage.unavailable': {
    meaning:
      'The database or the store of pictures does not answer, because of a restart or a fault. What the service confirmed before is not lost.',
    wayOut:
      'Send the same request again after the seconds in `Retry-After`, with the same `Idempotency-Key` where it creates something. `/readyz` tells the operator which of the two it is.',
  },
  'scan.not_completed': {
    meaning: 'This is only available for a completed scan, and this scan is not completed.',
    wayOut: 'Fetch the scan with `Prefer: wait=20` first. A failed scan has no documents; its `error` says why.',
  },
  'idempotency.mismatch': {
    meaning: 'The `Idempotency-Key` was used before, with another body.',
    wayOut: 'Use a fresh key for each file or batch, such as a random UUID, and the same key only to repeat the same request.',
  },
  'drawings.full': {
    meaning: 'The service is already drawing as many crops and annotated pictures as it allows at a time.',
    wayOut: 'Ask again after `Retry-After`.',
  },
  'drawing.failed': {
    meaning: 'The crop or the annotated picture could not be drawn in time. The scan itself is not affected.',
    wayOut: 'Try again after the seconds in `Retry-After`.',
  },
  'batch.too_many_files': {
    meaning: 'The form or archive holds more files than a batch may have. Nothing was stored.',
    wayOut: 'Send the files as several batches. The operator sets the limit with `OCR_WEB_MAX_BATCH_FILES`.',
  },
  'streams.full': {
    meaning: 'The service has as many open streams of events and results as it allows.',
    wayOut:
      'Ask again after `Retry-After`, and close streams that nobody reads. The operator sets the limit with `OCR_WEB_MAX_STREAMS`; a webhook needs no open connection.',
  },
  'webhook.limit': {
    meaning: 'The owner already has as many webhooks as the service allows.',
    wayOut: 'Delete a webhook that is no longer needed, or change its address.',
  },
  'webhook.disabled': {
    meaning: 'The webhook is disabled, so nothing is sent to it.',
    wayOut: 'Enable it first: `PATCH` with `{"enabled": true}`.',
  },
  'server.failed': {
    meaning: 'The service failed. The request is not to blame, and the failure has been logged.',
    wayOut:
      'Send the request again, with the same `Idempotency-Key` if it created something. If it keeps failing, give the operator the `request_id`.',
  },
} as const satisfies Record<ProblemCode, { readonly meaning: string; readonly wayOut: string }>;
