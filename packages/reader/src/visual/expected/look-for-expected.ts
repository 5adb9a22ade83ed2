import type { MrzDocument } from '@ocr-web/mrz';
import { parseDates } from '../fields/dates/parse-dates.ts';
import type { FoundFields } from '../fields/find-fields.ts';
import { findKnownTexts } from '../fields/known/find-known.ts';
import { listKnownTexts } from '../fields/known/known-texts.ts';
import { showTheSame } from '../fields/lines/page-lines.ts';
import { startSearch } from '../fields/search.ts';
import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import { listExpectedPlaces } from './expected-places.ts';

export async function lookForExpected(
  found: FoundFields,
  readings: readonly TextReading[],
  bottom: number,
  read: (lines: readonly TextLine[]) => Promise<TextReading[]>,
  document: MrzDocument | undefined,
  today: string,
): Promise<TextReading[]> {
  const known = document ? listKnownTexts(document).filter(({ key }) => !found.values[key] || found.checks[key] === 'not_found') : [];
  const dates = (['birth_date', 'issue_date', 'expiry_date'] as const).filter((key) => !found.values[key] || /^\d\D/.test(found.values[key].value));
  if (known.length === 0 && dates.length === 0) return [];
  const places = listExpectedPlaces(found, readings, bottom);
  (globalThis as any).__probe?.(known.map(k=>k.key), dates, places.length);
  const looks = (await read(places)).filter(({ text }) => text.trim() !== '');
  for (const l of looks) (globalThis as any).__look?.(l);
  const useful = looks.filter((look) => {
    const search = startSearch([look]);
    findKnownTexts(known, search);
    return Object.keys(search.values).length > 0 || (dates.length > 0 && parseDates([look], Number(today.slice(0, 4)) + 45).some(({ confidence }) => confidence > 0.8));
  });
  useful.sort((a, b) => b.confidence - a.confidence);
  return useful.filter((look, index) => !useful.slice(0, index).some((other) => showTheSame(look, other)));
}
