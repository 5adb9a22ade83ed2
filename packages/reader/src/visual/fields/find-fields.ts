import type { MrzDocument } from '@ocr-web/mrz';
import { joinNeighbours } from '../recognise/join-readings.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualCheck, VisualKey } from '../visual-reading.ts';
import { type FoundValues, findByOrder } from './find-by-order.ts';
import { findIssueDate, nameDates } from './find-issue-date.ts';
import { findKnown } from './find-known.ts';
import { findLabelled } from './find-labelled.ts';
import { findLabels } from './find-labels.ts';
import { findNationality } from './find-nationality.ts';
import { findSex } from './find-sex.ts';
import type { FoundValue } from './found-value.ts';
import { listKnownTexts } from './known-texts.ts';
import { listPageLines } from './page-lines.ts';
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
/** Without a zone these are told by their labels, too. */
const labelledWithoutZone: readonly VisualKey[] = ['surname', 'given_names', 'document_number', 'sex'];
/** Dates of issue lie before the end of this year, whatever two digits of it say. */
const yearsAhead = 45;

/**
 * Finds what is printed for people: first what the zone says as well, by how probable its spellings
 * are on each line; then what labels name; then what the order of fields tells.
 *
 * @param document what the zone says; undefined where the picture shows none
 * @param today ISO date
 */
export function findFields(document: MrzDocument | undefined, readings: readonly TextReading[], today: string): FoundFields {
  const values: FoundValues = {};
  const checks: FoundFields['checks'] = {};
  const lines = listPageLines(readings);
  const joined = joinNeighbours(readings);
  const keep = (key: VisualKey, value: FoundValue | undefined) => {
    if (!value || values[key]) return;
    values[key] = value;
    lines.take(value);
  };
  for (const known of document ? listKnownTexts(document) : []) {
    const value = findKnown(known, readings) ?? findKnown(known, joined);
    keep(known.key, value);
    checks[known.key] = value ? 'match' : 'not_found';
  }
  const labels = findLabels(lines.free());
  if (document?.sex) {
    const sex = findSex(document.sex, values, labels, lines);
    keep('sex', sex);
    checks.sex = sex ? 'match' : 'not_found';
  }
  const nationality = findNationality(document?.nationality?.code, values, labels, lines);
  keep('nationality', nationality?.value);
  if (document?.nationality) checks.nationality = nationality?.agrees ? 'match' : 'not_found';
  const birth = document?.birthDate?.iso;
  const expiry = document?.expiryDate?.iso;
  const dates = parseDates([...lines.free(), ...joined.filter((reading) => lines.isFree(reading))], Number(today.slice(0, 4)) + yearsAhead);
  if (!document) for (const [key, date] of nameDates(dates, today)) keep(key, date);
  keep(
    'issue_date',
    findIssueDate(
      dates.filter(({ reading }) => lines.isFree(reading)),
      labels,
      lines,
      { birth, expiry, today },
    ),
  );
  for (const key of document ? labelled : [...labelledWithoutZone, ...labelled]) keep(key, findLabelled(key, labels, lines));
  for (const key of ['place_of_birth', 'authority'] as const)
    if (document && !values[key]) keep(key, findByOrder(key, values, labels, lines));
  return { values, checks };
}
