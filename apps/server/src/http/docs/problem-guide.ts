import type { ProblemCode } from '../v2/problem-titles.ts';

/** What each problem means, and the way out of it. Plain text; `code` in backticks. */
export const problemGuide = {
  'authentication.missing': {
    meaning: 'The request carries no `Authorization` header, or one of a scheme that this API does not know.',
    wayOut:
      'Send `Authorization: Bearer <token>` (version 2) or `Authorization: Token <token>` (both versions). `ocr-web token create <name>` makes a token.',
  },
  'authentication.invalid': {
    meaning: 'The token is malformed, unknown or revoked.',
    wayOut:
      'Check for a truncated copy or stray spaces. `ocr-web token list` shows which tokens exist; they are shown in full only when they are made.',
  },
  'picture_url.altered': {
    meaning: 'The signed address of a picture is not one that the service made: something in it was changed, added or left out.',
    wayOut: 'Use the address exactly as the scan gave it, query included. Read the scan again for a fresh one.',
  },
  'picture_url.expired': {
    meaning: 'Signed addresses are valid for an hour, and this one is older.',
    wayOut: 'Read the scan again: each answer carries a fresh address.',
  },
  not_found: {
    meaning:
      'Nothing is here: the path does not exist, the id was never given, the retention time is over, it was deleted, or it belongs to another owner.',
    wayOut: 'Check path and id, and that the token is the one that created it. `expires_at` of a scan says until when it can be read.',
  },
  'method.not_allowed': {
    meaning: 'The path exists, but not with this method.',
    wayOut: 'The `Allow` header of the answer lists the methods that it has.',
  },
  'answer.not_acceptable': {
    meaning: 'The `Accept` header of the request rules out the form that the answer has.',
    wayOut: 'Leave `Accept` out, or let it include the media type that the operation documents.',
  },
  'expectation.failed': {
    meaning: 'The `Expect` header of the request asks for something that the service does not do.',
    wayOut: 'Leave `Expect` out, or send `100-continue`.',
  },
  'body.too_large': {
    meaning: 'The body, or the file in it, has more bytes than the service takes; of an archive, what it would inflate to.',
    wayOut:
      'Send a smaller file: the long side of a document needs no more than about 2,000 pixels. The operator sets the limit with `OCR_WEB_MAX_PICTURE_BYTES`, for batches with `OCR_WEB_MAX_BATCH_BYTES`.',
  },
  'body.unsupported': {
    meaning: 'The `Content-Type` of the request is none that the operation takes.',
    wayOut: 'Send one of the content types that the operation documents, and the boundary with `multipart/form-data`.',
  },
  'body.malformed': {
    meaning:
      'The request could not be parsed: it is not valid JSON, not a whole form, or not a valid address, or its `Host` header is missing, doubled or no host.',
    wayOut:
      'Send what your library makes of an object or a form instead of putting it together by hand. `detail` says which of them it was.',
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
    meaning: 'By its first bytes the file is of no kind that is read, whatever type was declared.',
    wayOut: 'Send it as one of the kinds that `detail` lists.',
  },
  'picture.corrupt': {
    meaning: 'The file ends before its own structure says so, or cannot be what it claims to be.',
    wayOut: 'Send it again as a whole. If it stays, take or save the picture anew.',
  },
  'picture.too_large': {
    meaning: 'The picture has more pixels than the service decodes, whatever its size in bytes.',
    wayOut: 'Scale it down. The operator sets the limit with `OCR_WEB_MAX_PICTURE_PIXELS`.',
  },
  'rate.limited': {
    meaning: 'The token has used up the requests of its window, or too many wrong tokens came from the address of the client.',
    wayOut:
      'Wait for the seconds in `Retry-After`. `RateLimit` says with each answer what is left; `Prefer: wait=20` and webhooks save questions. A right token works also from an address that wrong ones came from.',
  },
  'queue.full': {
    meaning: 'As many scans are waiting for a reader as the service lets wait. Nothing was stored.',
    wayOut:
      'Send the same request again after the seconds in `Retry-After`, with an `Idempotency-Key` if you are not sure that it was refused.',
  },
  'uploads.full': {
    meaning: 'As many uploads are being taken in as the service has memory for, or as one token may have of them. Nothing was stored.',
    wayOut: 'Send the same request again after the seconds in `Retry-After`, and fewer at the same time.',
  },
  'upload.too_slow': {
    meaning: 'The body fell too far behind the least rate of an upload while another upload waited for a place. Nothing was stored.',
    wayOut:
      'Send the same request again over a better connection, or a smaller file. The operator sets the rate with `OCR_WEB_MIN_UPLOAD_BYTES_PER_SECOND`.',
  },
  'storage.full': {
    meaning:
      'The disk of the service is nearly full, so it takes nothing in. What it has can be read and deleted as always. Nothing was stored.',
    wayOut:
      'Send the same request again after the seconds in `Retry-After`. The operator frees space; `OCR_WEB_MIN_FREE_MIB` says how much, and `OCR_WEB_RETENTION_HOURS` how long scans are kept.',
  },
  'scan.not_completed': {
    meaning: 'What was asked for can only be had of a scan that is completed, and this one is not.',
    wayOut: 'Read the scan with `Prefer: wait=20` first. A scan that failed has no documents: its `error` says why.',
  },
  'idempotency.mismatch': {
    meaning: 'The `Idempotency-Key` was used before, with another body.',
    wayOut: 'Use a fresh key for each file or batch, such as a random UUID, and the same key only to repeat the same request.',
  },
  'drawings.full': {
    meaning: 'As many crops and annotated pictures are being drawn as the service allows at a time.',
    wayOut: 'Ask again after `Retry-After`.',
  },
  'drawing.failed': {
    meaning: 'The crop or the annotated picture could not be drawn in time. The scan itself is not affected.',
    wayOut: 'Try again after the seconds in `Retry-After`.',
  },
  'batch.too_many_files': {
    meaning: 'The form or the archive has more files than a batch may have. Nothing was stored.',
    wayOut: 'Send the files as several batches. The operator sets the limit with `OCR_WEB_MAX_BATCH_FILES`.',
  },
  'streams.full': {
    meaning: 'As many streams of events and results are open as the service allows at a time.',
    wayOut:
      'Ask again after `Retry-After`, and close streams that nobody reads. The operator sets the limit with `OCR_WEB_MAX_STREAMS`; a webhook needs no open connection.',
  },
  'webhook.limit': {
    meaning: 'The owner has as many webhooks as the service allows.',
    wayOut: 'Delete one that is no longer needed, or change its address.',
  },
  'webhook.disabled': {
    meaning: 'The webhook is switched off, so nothing is sent to it.',
    wayOut: 'Switch it on first: `PATCH` with `{"enabled": true}`.',
  },
  'server.failed': {
    meaning: 'Something in the service broke that is not the fault of the request. It has been logged.',
    wayOut:
      'Send the request again, with the same `Idempotency-Key` if it created something. If it stays, give the operator the `request_id`.',
  },
} as const satisfies Record<ProblemCode, { readonly meaning: string; readonly wayOut: string }>;
