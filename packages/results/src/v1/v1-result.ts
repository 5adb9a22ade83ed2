import { type ScanResultBody, unreadV1Result, type V1ResultBody } from '@ocr-web/api';
import type { ZoneReading } from '@ocr-web/reader';
import { type DocumentFacts, factsOfBody, factsOfDocument } from './document-facts.ts';
import { v1Fields } from './v1-fields.ts';

/** The v1 keys of a finished scan, in their order. */
export type FinishedV1Result = V1ResultBody & { readonly status: 'COM'; readonly valid_score: number };

/**
 * What v1 says about a reading: its best zone. The data are null and the rest false or 0 where no
 * zone was found.
 */
export function v1Result({ zones: [best] }: { readonly zones: readonly Pick<ZoneReading, 'document' | 'score'>[] }): FinishedV1Result {
  return best ? finish(factsOfDocument(best.document), best.score) : nothingFound;
}

/** The same of what v2 answers about the reading. */
export function v1OfV2Result({ documents: [best] }: Pick<ScanResultBody, 'documents'>): FinishedV1Result {
  return best ? finish(factsOfBody(best), best.score) : nothingFound;
}

const nothingFound: FinishedV1Result = { ...unreadV1Result, status: 'COM', valid_score: 0 };

function finish(facts: DocumentFacts, score: number): FinishedV1Result {
  return { ...unreadV1Result, ...v1Fields(facts), status: 'COM', valid_score: score };
}
