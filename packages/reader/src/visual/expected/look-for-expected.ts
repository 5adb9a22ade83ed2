import type { MrzDocument } from '@ocr-web/mrz';
import { parseDates } from '../fields/dates/parse-dates.ts';
import { type FoundValues, medianCap } from '../fields/find-by-order.ts';
import type { FoundFields } from '../fields/find-fields.ts';
import { lowest } from '../fields/known/doubt-known.ts';
import { findKnownTexts } from '../fields/known/find-known.ts';
import { type KnownText, listKnownTexts } from '../fields/known/known-texts.ts';
import { capHeight, showTheSame } from '../fields/lines/page-lines.ts';
import { startSearch } from '../fields/search.ts';
import type { TextLine } from '../lines/measure-row.ts';
import { plainCharacters } from '../match/plain-letter.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualKey } from '../visual-reading.ts';
import { listExpectedPlaces, shortDay } from './expected-places.ts';

const dates = ['birth_date', 'issue_date', 'expiry_date'] as const;
/** A date that was not found is believed where it is read this surely. */
const minConfidence = 0.5;
/** Documents expire so many years ahead at most. */
const yearsAhead = 45;

/**
 * Looks further for what was not found: lines of which a part was read are drawn as far as they may
 * go on. Those on which something that was looked for stands are kept.
 *
 * @param found what all lines so far say
 * @param today ISO date
 * @returns readings of such lines, to be searched with the others
 */
export async function lookForExpected(
  found: FoundFields,
  document: MrzDocument | undefined,
  today: string,
  read: (lines: readonly TextLine[]) => Promise<TextReading[]>,
): Promise<TextReading[]> {
  const known = document ? listKnownTexts(document).filter(({ key }) => found.checks[key] === 'not_found' || isLow(found.values, key)) : [];
  const isDateMissing = dates.some((key) => shortDay.test(found.values[key]?.value ?? '1 '));
  if (known.length === 0 && !isDateMissing) return [];
  const wanted = known.map(({ patterns }) => plainCharacters(patterns[0]!.expected));
  const places = listExpectedPlaces(found, wanted);
    known.map((k) => k.key),
    isDateMissing,
    places.length,
  );
  const looks = places.length > 0 ? await read(places) : [];
  for (const l of looks) {
  }
  const latest = Number(today.slice(0, 4)) + yearsAhead;
  const useful = looks
    .filter(
      (look) => says(look, known) || (isDateMissing && parseDates([look], latest).some(({ confidence }) => confidence >= minConfidence)),
    )
    .sort((a, b) => b.confidence - a.confidence);
  return useful.filter((look, index) => !useful.slice(0, index).some((other) => showTheSame(look, other)));
}

/** Whether what was found is a note, or stands over a ghost portrait. */
function isLow(values: FoundValues, key: VisualKey): boolean {
  const least = lowest * (medianCap(values) ?? 0);
  return values[key]?.stretches.every(({ reading }) => capHeight(reading) < least) ?? false;
}

function says(look: TextReading, known: readonly KnownText[]): boolean {
  const search = startSearch([look]);
  findKnownTexts(known, search);
  return Object.keys(search.values).length > 0;
}
