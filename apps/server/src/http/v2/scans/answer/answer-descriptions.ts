import { Scan } from '@ocr-web/api';

const text = (description: string) => ({ description, schema: { type: 'string' } });

const scanHeaders = {
  ETag: text('Send it as If-None-Match to hear only of changes.'),
  'Preference-Applied': text('The preference that was followed, where one was sent.'),
};

/** An answer that is a scan, for the schema of its route. */
export function scanAnswer(description: string, headers: Readonly<Record<string, object>> = {}) {
  return { description, headers: { ...scanHeaders, ...headers }, content: { 'application/json': { schema: Scan } } };
}

/** Headers of an answer to a create. */
export const createdHeaders = {
  Location: text('Where to read the scan.'),
  'Idempotent-Replayed': text('true where this Idempotency-Key had made the scan before.'),
};
