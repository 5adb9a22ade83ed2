import type { WebhookFailure } from '@ocr-web/api';

/** An attempt that ended before anything was sent. */
export class SendFailure extends Error {
  readonly failure: WebhookFailure;

  constructor(failure: WebhookFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** Gives a name to what went wrong before an answer came. */
export function explainFailure(error: unknown): WebhookFailure {
  if (error instanceof SendFailure) return error.failure;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/^(ENOTFOUND|ENODATA|EAI_\w+|ESERVFAIL|EREFUSED|EBADNAME|EBADRESP|ETIMEOUT|ECANCELLED)$/.test(code)) return 'name_not_found';
  if (/CERT|SSL|TLS|^UNABLE_TO_|^EPROTO$/.test(code)) return 'tls';
  return 'connection';
}
