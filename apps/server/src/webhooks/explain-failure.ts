import type { WebhookFailure } from '@ocr-web/api';

/** An attempt that this side ended before an answer came. */
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
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  // Both ways of looking names up say so here; their codes overlap with those of connections.
  if (/^(query|getaddrinfo)/.test(syscall)) return 'name_not_found';
  if (/CERT|SSL|TLS|^UNABLE_TO_|^EPROTO$/.test(code)) return 'tls';
  return 'connection';
}
