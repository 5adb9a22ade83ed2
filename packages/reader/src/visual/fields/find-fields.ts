import type { MrzDocument } from '@ocr-web/mrz';
import { joinNeighbours } from '../recognise/join-readings.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualCheck, VisualKey } from '../visual-reading.ts';
import { findCardAccessNumber, findDocumentNumber, findHeight, findPersonalNumber } from './find-by-look.ts';
import { type FoundValues, findByOrder, medianCap } from './find-by-order.ts';
import { findDiffering } from './find-differing.ts';
import { findIssueDate } from './find-issue-date.ts';
import { findKnown } from './find-known.ts';
import { findLabelled } from './find-labelled.ts';
import { type FoundLabel, findLabels } from './find-labels.ts';
import { findNamesByOrder } from './find-names-by-order.ts';
import { withNativeWords } from './with-native-words.ts';
import { findNationality } from './find-nationality.ts';
import { findSex } from './find-sex.ts';
import type { FoundValue } from './found-value.ts';
import { listKnownTexts } from './known-texts.ts';
import { differs } from './compare-date.ts';
import { findLabelledDate, nameDates, valueOfDate, type ZoneDate } from './name-dates.ts';
import { listPageLines, type PageLines } from './page-lines.ts';
import { parseDates } from './parse-dates.ts';

/** What was found on a page, and how it compares with its zone. */
export type FoundFields = { readonly values: FoundValues; readonly checks: Partial<Record<VisualKey, VisualCheck>> };

/** Values that only their labels tell, in the order in which lines are given away. */
const labelled: readonly VisualKey[] = [
  'birth_name',
  'personal_number',
  'support_number',
  'card_access_number',
  'height',
  'eye_colour',
  'authority',
  'place_of_birth',
  'address',
];
/** Where no label tells them, the order of fields may. */
const ordered = ['place_of_birth', 'authority'] as const;
/** Visas have other fields (ICAO 9303-7, 3). */
const visas: ReadonlySet<string> = new Set(['MRVA', 'MRVB']);
/** Where the zone does not say them, or they are not found, these are told by their labels, too. */
const ofBoth: readonly VisualKey[] = ['surname', 'given_names', 'document_number'];
const withoutZone: readonly VisualKey[] = ['sex'];
/**
 * What is told apart from its like when one character differs: of dates there are several on a
 * page.
 */
const comparable: readonly VisualKey[] = ['surname', 'given_names', 'document_number', 'personal_number'];
/** Dates of issue lie before the end of this year, whatever two digits of it say. */
const yearsAhead = 45;
/** A date that says what the zone does, though it is not printed in a form that was looked for. */
const mostBySense = 0.9;

/** What was found so far, and what is left to look at. */
type Search = {
  readonly values: FoundValues;
  readonly checks: FoundFields['checks'];
  readonly lines: PageLines;
  /** Pairs of lines that may be one. */
  readonly joined: readonly TextReading[];
  /** Keeps the first value of each kind, and takes its lines away. */
  readonly keep: (key: VisualKey, value: FoundValue | undefined) => void;
};

/**
 * Finds what is printed for people: first what the zone says as well, by how probable its spellings
 * are on each line; then what labels name; then what the order of fields tells.
 *
 * @param document what the zone says; undefined where the picture shows none
 * @param today ISO date
 */
export function findFields(document: MrzDocument | undefined, readings: readonly TextReading[], today: string): FoundFields {
  const search = startSearch(readings);
  const { values, checks, lines, keep } = search;
  if (document) findWhatZoneSays(document, search);
  const labels = findLabels(lines.free(), medianCap(values));
  if (document?.sex) {
    keep('sex', findSex(document.sex, values, labels, lines));
    checks.sex = values.sex ? 'match' : 'not_found';
  }
  // Where no zone tells the nationality, dates are more easily told: they may share a line.
  if (!document) findDates(document, labels, search, today);
  const nationality = findNationality(document?.nationality?.code, values, labels, lines);
  keep('nationality', nationality?.value);
  if (document?.nationality) checks.nationality = nationality?.agrees ? 'match' : 'not_found';
  if (document) findDates(document, labels, search, today);
  keep('personal_number', findPersonalNumber(document?.birthDate?.day, lines));
  for (const key of [...(document ? [] : withoutZone), ...ofBoth, ...labelled]) keep(key, findLabelled(key, labels, lines));
  keep('height', findHeight(lines));
  if (!document) keep('document_number', findDocumentNumber(lines));
  keep('card_access_number', findCardAccessNumber(document, lines));
  if (!document) for (const [key, value] of Object.entries(findNamesByOrder(values, labels, lines))) keep(key as VisualKey, value);
  const isOrdered = document ? !visas.has(document.format ?? '') : values.surname !== undefined;
  if (isOrdered) for (const key of ordered) if (!values[key]) keep(key, findByOrder(key, values, labels, lines));
  return { values: withNativeWords(values, document), checks };
}

function startSearch(readings: readonly TextReading[]): Search {
  const values: FoundValues = {};
  const lines = listPageLines(readings);
  const keep = (key: VisualKey, value: FoundValue | undefined) => {
    if (!value || values[key]) return;
    values[key] = value;
    lines.take(value);
  };
  return { values, checks: {}, lines, joined: joinNeighbours(readings), keep };
}

/** Names, numbers and dates of the zone where they are printed; last what is printed almost so. */
function findWhatZoneSays(document: MrzDocument, { values, checks, lines, joined, keep }: Search): void {
  const known = listKnownTexts(document);
  for (const text of known) {
    keep(text.key, findKnown(text, lines.readings) ?? findKnown(text, joined));
    checks[text.key] = values[text.key] ? 'match' : 'not_found';
  }
  for (const { key, patterns } of known) {
    const other = values[key] || !comparable.includes(key) ? undefined : findDiffering(patterns, lines.free());
    if (other) checks[key] = 'mismatch';
    keep(key, other);
  }
}

/**
 * The days of birth and expiry where the zone does not say them or they were not found as it does;
 * then the day of issue.
 */
function findDates(document: MrzDocument | undefined, labels: readonly FoundLabel[], { checks, lines, joined, keep, values }: Search, today: string): void {
  const thisYear = Number(today.slice(0, 4));
  const parse = (latest: number) => parseDates([...lines.free(), ...joined.filter((reading) => lines.isFree(reading))], latest);
  for (const key of ['birth_date', 'expiry_date'] as const) {
    const zone = key === 'birth_date' ? document?.birthDate : document?.expiryDate;
    const dates = parse(key === 'birth_date' ? thisYear : thisYear + yearsAhead);
    const same = dates.find(({ iso }) => iso === zone?.iso);
    if (!values[key] && same) {
      keep(key, valueOfDate(same, mostBySense));
      checks[key] = 'match';
    }
    const labelled = findLabelledDate(key, dates, labels);
    if (!values[key] && labelled && differs(labelled, zone, dates)) checks[key] = 'mismatch';
    keep(key, labelled?.value);
  }
  if (!document?.birthDate?.iso || !document.expiryDate?.iso)
    for (const [key, date] of nameDates(parse(thisYear + yearsAhead), today)) if (!isSaid(document, key)) keep(key, date);
  keep('issue_date', findIssueDate(parse(thisYear), labels, { birth: document?.birthDate?.iso, expiry: document?.expiryDate?.iso, today }));
}

/** Whether the zone says a date. */
function isSaid(document: MrzDocument | undefined, key: ZoneDate): boolean {
  return (key === 'birth_date' ? document?.birthDate : document?.expiryDate)?.iso !== undefined;
}
