import { unreadV1Result, type V1ResultBody } from '@ocr-web/api';
import type { ZoneReading } from '@ocr-web/reader';
import { v1Fields } from './v1-fields.ts';

/** The v1 keys of a finished scan, in their order. */
export type FinishedV1Result = V1ResultBody & { readonly status: 'COM'; readonly valid_score: number };

/**
 * What v1 says about a reading: its best zone. The data are null and the rest false or 0 where no
 * zone was found.
 */
export function v1Result({ zones: [best] }: { readonly zones: readonly Pick<ZoneReading, 'document' | 'score'>[] }): FinishedV1Result {
  if (!best) return { ...unreadV1Result, status: 'COM', valid_score: 0 };
  return { ...unreadV1Result, ...v1Fields(best.document), status: 'COM', valid_score: best.score };
}
