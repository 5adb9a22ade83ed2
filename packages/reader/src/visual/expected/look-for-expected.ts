import type { MrzDocument } from '@ocr-web/mrz';
import { latestYear } from '../fields/dates/latest-year.ts';
import { parseDates } from '../fields/dates/parse-dates.ts';
import type { FoundFields } from '../fields/find-fields.ts';
import { saysAlmost } from '../fields/known/find-differing.ts';
import { findKnownTexts } from '../fields/known/find-known-texts.ts';
import { type KnownText, listKnownTexts } from '../fields/known/known-texts.ts';
import { isLowPrint } from '../fields/known/low-print.ts';
import { showTheSame } from '../fields/lines/page-lines.ts';
import { startSearch } from '../fields/search.ts';
import type { TextLine } from '../lines/measure-row.ts';
import { plainCharacters } from '../match/plain-letter.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualKey } from '../visual-reading.ts';
import { listEmptyPlaces } from './empty-places.ts';
import { listExpectedPlaces, shortDay } from './expected-places.ts';

const dates = ['birth_date', 'issue_date', 'expiry_date'] as const;
/** Two dates may differ in one digit, so that a line which almost says one of these is not kept. */
const datesOfZone: ReadonlySet<VisualKey> = new Set(['birth_date', 'expiry_date']);
/** A date that the zone does not say is kept where it is read this surely. */
const minConfidence = 0.5;
/**
 * What stands below a label on which no line was found, or says almost what the zone says, is kept
 * where it is read this surely.
 */
const minLegible = 0.9;

/**
 * Looks further for what was not found, or only as a note: lines of which a part was read are drawn
 * as far as they may go on. Those on which something that was looked for stands are kept.
 *
 * @param found what all lines so far say
 * @param readings these lines
 * @param today ISO date
 * @param read reads lines of the flat page
 * @returns readings of such lines, to be searched with the others
 */
export async function lookForExpected(
  found: FoundFields,
  readings: readonly TextReading[],
  document: MrzDocument | undefined,
  today: string,
  read: (lines: readonly TextLine[]) => Promise<TextReading[]>,
): Promise<TextReading[]> {
  const { values, checks } = found;
  // What several closer looks denied one more does not prove.
  const isDenied = (key: VisualKey) => checks[key] === 'not_found' && values[key]?.isDoubtful === true;
  const denied = Object.entries(values).flatMap(([key, { stretches }]) =>
    isDenied(key as VisualKey) ? stretches.map(({ reading }) => reading) : [],
  );
  const isMissing = (key: VisualKey) => checks[key] === 'not_found' && !isDenied(key);
  const isWanted = ({ key }: KnownText) => isMissing(key) || isLowPrint(values[key], values);
  const known = document ? listKnownTexts(document).filter(isWanted) : [];
  const isDateMissing = dates.some((key) => !values[key] || shortDay.test(values[key].value));
  if (known.length === 0 && !isDateMissing) return [];
  const wanted = known.map(({ patterns }) => plainCharacters(patterns[0]!.expected));
  const empty = listEmptyPlaces(found, readings);
  const places = [...listExpectedPlaces(found, wanted), ...empty.named, ...empty.others];
  const looks = places.length > 0 ? await read(places) : [];
  const latest = latestYear(today);
  const hasDate = (look: TextReading) => parseDates([look], latest).some(({ confidence }) => confidence >= minConfidence);
  const almostSaid = known.filter(({ key }) => isMissing(key) && !datesOfZone.has(key)).flatMap(({ patterns }) => patterns.map(saysAlmost));
  const isExpected = (look: TextReading) => empty.named.includes(look.line) || almostSaid.some((isSaidOn) => isSaidOn(look));
  const isUseful = (look: TextReading) =>
    says(look, known) || (isDateMissing && hasDate(look)) || (look.confidence >= minLegible && isExpected(look));
  const useful = looks.filter((look) => !denied.some((reading) => showTheSame(reading, look)) && isUseful(look));
  return withoutRepeats(useful);
}

/** Of looks at one line the one that is read most surely. */
function withoutRepeats(looks: readonly TextReading[]): TextReading[] {
  const sorted = [...looks].sort((a, b) => b.confidence - a.confidence);
  return sorted.filter((look, index) => !sorted.slice(0, index).some((other) => showTheSame(look, other)));
}

/** Digits without a mark between them, which may be cut out of a longer number. */
const unmarked = /^\d+$/;

/** Whether something of the zone stands on a line. */
function says(look: TextReading, known: readonly KnownText[]): boolean {
  const search = startSearch([look]);
  findKnownTexts(known, search);
  return Object.entries(search.values).some(([key, { value }]) => !(key.endsWith('_date') && unmarked.test(value)));
}
