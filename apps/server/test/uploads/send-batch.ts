import type { BatchResultBody } from '@ocr-web/api';

/** A file to send, with the name that it has in the upload. */
export type NamedFile = readonly [name: string, bytes: Buffer];

/** Makes the form of a batch. */
export function batchForm(files: readonly NamedFile[], reference?: string): FormData {
  const form = new FormData();
  if (reference !== undefined) form.set('reference', reference);
  for (const [name, bytes] of files) form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

/** Parses the results of a batch as they were sent. */
export function parseResults(text: string): BatchResultBody[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BatchResultBody);
}

/** A server-sent event, as it was written. */
export type SentEvent = { readonly id: string; readonly event: string; readonly data: unknown };

/**
 * Parses events that were written by one `id`, `event` and `data` line each; leaves comments out.
 */
export function parseEvents<Data>(text: string): (SentEvent & { readonly data: Data })[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => {
      const [id = '', event = '', data = ''] = block.split('\n');
      return { id: id.replace(/^id: /, ''), event: event.replace(/^event: /, ''), data: JSON.parse(data.replace(/^data: /, '')) as Data };
    });
}
