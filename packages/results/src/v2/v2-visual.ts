import type { VisualZoneBody } from '@ocr-web/api';
import type { VisualReading, ZoneReading } from '@ocr-web/reader';
import { roundQuad } from './place-span.ts';
import { roundDown } from './rate-spans.ts';

/** What is printed for people on a page, as v2 shows it. */
export function v2Visual({ page, besideZone, fields, checks }: VisualReading, zones: readonly ZoneReading[]): VisualZoneBody {
  const document = zones.findIndex((zone) => zone.page === page);
  const shown = Object.entries(fields).map(([key, { value, confidence, quad }]) => [
    key,
    { value, confidence: roundDown(confidence), quad: roundQuad(quad), evidence: 'visual' as const },
  ]);
  return { page, document: besideZone && document >= 0 ? document : null, fields: Object.fromEntries(shown), checks: { ...checks } };
}
