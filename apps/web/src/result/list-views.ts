import type { Document, ScanResult } from '@ocr-web/api/client';

/** One thing to look at: a document on its page, or a page that shows none. */
export type View = { readonly page: number; readonly document: Document | null };

/** Everything to look at in a result: documents, best first, then pages without one. */
export function listViews({ documents, pages }: ScanResult): View[] {
  const empty = pages.filter(({ index }) => documents.every(({ page }) => page !== index));
  return [
    ...documents.map((document) => ({ page: document.page, document })),
    ...empty.map(({ index }) => ({ page: index, document: null })),
  ];
}
