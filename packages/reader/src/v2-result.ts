import type { Hint } from './hints/hint.ts';
import type { Reading } from './reading.ts';
import { v2Document } from './v2/v2-document.ts';

/** What v2 says about a file; the service and the command line show the same. */
export type V2Result = ReturnType<typeof v2Result>;

/** What v2 says about a reading: everything that it knows. */
export function v2Result({ zones, pages, hints, timing }: Reading) {
  return {
    documents: zones.map(v2Document),
    pages: pages.map(({ width, height }, index) => ({ index, width, height })),
    hints: hints.map(v2Hint),
    timing,
  };
}

function v2Hint({ code, message, page, document, line, found, needed }: Hint) {
  return { code, message, page, document: document ?? null, line: line ?? null, found: found ?? null, needed: needed ?? null };
}
