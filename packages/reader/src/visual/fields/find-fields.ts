import type { MrzDocument } from '@ocr-web/mrz';
import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import { visas } from '../tables/visas.ts';
import type { VisualCheck, VisualKey } from '../visual-reading.ts';
import { findDates } from './dates/find-dates.ts';
import { latestYear } from './dates/latest-year.ts';
import { listDoubts } from './doubts/list-doubts.ts';
import { findAuthority } from './find-authority.ts';
import { findBesideBirth } from './find-beside-birth.ts';
import { findCardAccessNumber, findDocumentNumber, findHeight, findPersonalNumber } from './find-by-look.ts';
import { type FoundValues, findByOrder, medianCap } from './find-by-order.ts';
import { findNamesByOrder } from './find-names-by-order.ts';
import { findNumbered } from './find-numbered.ts';
import type { FoundValue } from './found-value.ts';
import { compareKnownTexts } from './known/compare-known-texts.ts';
import { doubtKnown, lessSure } from './known/doubt-known.ts';
import { findKnownTexts } from './known/find-known-texts.ts';
import { findNationality } from './known/find-nationality.ts';
import { findNativeNames } from './known/find-native-names.ts';
import { findLoneSex, findSex } from './known/find-sex.ts';
import { listKnownTexts } from './known/known-texts.ts';
import { moveFromPlaces } from './known/move-from-places.ts';
import { stateOf } from './known/state-of.ts';
import { findForename } from './labels/find-forename.ts';
import { findIdentityNumber } from './labels/find-identity-number.ts';
import { findLabelled } from './labels/find-labelled.ts';
import { type FoundLabel, findLabels } from './labels/find-labels.ts';
import { partAtLabels } from './labels/part-at-labels.ts';
import { withoutValues } from './labels/without-values.ts';
import { findOfLayout } from './layout/find-of-layout.ts';
import { showTheSame } from './lines/page-lines.ts';
import { writeKnown } from './phrases/write-known.ts';
import { type Search, startSearch } from './search.ts';
import { withNativeWords } from './with-native-words.ts';

/** What was found on a page, and how it compares with its zone. */
export type FoundFields = {
  readonly values: FoundValues;
  readonly checks: Partial<Record<VisualKey, VisualCheck>>;
  /** Lines, and parts of them, that no value was found on. */
  readonly free: readonly TextReading[];
  readonly labels: readonly FoundLabel[];
  /** Where a closer look may show more of what the zone says. */
  readonly doubts: readonly TextLine[];
};

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
  'parents',
  'remarks',
];
/** What visas have besides (ICAO 9303-7, 3). */
const ofVisas: readonly VisualKey[] = ['visa_type', 'entries', 'duration'];
/** Permits of residence say their kind as well (Council Regulation (EC) No 1030/2002). */
const ofPermits: readonly VisualKey[] = ['visa_type'];
const permits = /^([ACI]R|R[PT]?)$/;
/** Where no label tells them, the order of fields may. */
const ordered = ['place_of_birth', 'authority'] as const;
/** Where the zone does not say them, or they are not found, these are told by their labels, too. */
const ofBoth: readonly VisualKey[] = ['surname', 'given_names', 'document_number'];
/** What the zone has otherwise, or was read otherwise. */
const mostOfOther = 0.8;
const withoutZone: readonly VisualKey[] = ['sex'];
/** Driving licences are valid so many years at most. */
const yearsAhead = 20;
/** A zone that is read less surely than this is no measure of print. */
const minTrusted = 0.9;

/**
 * Finds what is printed for people: first what the zone says as well, by how probable its spellings
 * are on each line; then what labels name; then what the order of fields tells.
 *
 * @param document what the zone says; undefined where the picture shows none
 * @param today ISO date
 * @param zoneConfidence probability that the zone was read as it is printed: what differs from a
 *   doubtful one is no finding
 * @param looks what was read at a closer look at doubts: only what the zone says is looked for
 *   there
 */
export function findFields(
  document: MrzDocument | undefined,
  readings: readonly TextReading[],
  today: string,
  zoneConfidence = 1,
  looks: readonly TextReading[] = [],
): FoundFields {
  const search = startSearch(readings, looks);
  const known = document ? listKnownTexts(document) : [];
  findKnownTexts(known, search);
  const numbered = findNumbered(search.lines, Number(today.slice(0, 4)) + yearsAhead);
  for (const [key, value] of Object.entries(numbered)) search.keep(key as VisualKey, value);
  search.lines.part(partAtLabels);
  const labels = withoutValues(findLabels(search.lines.free(), medianCap(search.values)));
  moveFromPlaces(known, search, labels);
  doubtKnown(search, labels);
  const isTrusted = zoneConfidence >= minTrusted;
  compareKnownTexts(known, labels, search, isTrusted);
  if (document) {
    findNativeNames(document, search);
    findSexAndNationality(document, labels, search);
    findDates(document, labels, search, today, isTrusted);
  } else {
    // Where no zone tells the nationality, dates are more easily told: they may share a line.
    findDates(undefined, labels, search, today, false);
    search.keep('nationality', findNationality(undefined, search.values, labels, search.lines)?.value);
  }
  const doubts = document && looks.length === 0 ? listDoubts(document, known, labels, search, latestYear(today)) : [];
  findOthers(document, labels, search);
  return { values: withNativeWords(search.values, document), checks: search.checks, free: search.lines.free(), labels, doubts };
}

function findSexAndNationality(document: MrzDocument, labels: readonly FoundLabel[], { values, checks, lines, looks, keep }: Search): void {
  if (document.sex) {
    keep('sex', findSex(document.sex, values, labels, lines, looks));
    checks.sex = values.sex ? 'match' : 'not_found';
  }
  const nationality = findNationality(document.nationality?.code, values, labels, lines, looks);
  keep('nationality', nationality?.value);
  if (document.nationality) checks.nationality = nationality?.agrees ? 'match' : 'not_found';
}

/** What labels tell, then what its look tells, last what the order of fields tells. */
function findOthers(document: MrzDocument | undefined, labels: readonly FoundLabel[], search: Search): void {
  const { values, lines, keep } = search;
  const issuer = document?.issuer?.code ?? stateOf(values.nationality?.value);
  keep('personal_number', findPersonalNumber(document?.birthDate?.day, lines));
  for (const key of ofBoth) keep(key, lessSure(findLabelled(key, labels, lines), document ? mostOfOther : 1));
  keep('given_names', lessSure(findForename(labels, lines), document ? mostOfOther : 1));
  for (const key of [...(document ? [] : withoutZone), ...labelled, ...keysOfKind(document)])
    keep(key, findByLabel(key, issuer, labels, search));
  keep('personal_number', findIdentityNumber(document, labels, lines));
  keep('place_of_birth', findBesideBirth(values.birth_date, labels, lines));
  keep('height', findHeight(lines));
  keep('card_access_number', findCardAccessNumber(document, lines));
  if (document) findOfLayout(document, labels, search);
  else findWithoutZone(labels, search);
  const isOrdered = document ? !isVisa(document) : values.surname !== undefined;
  if (isOrdered) for (const key of ordered) if (!values[key]) keep(key, findByOrder(key, values, labels, lines));
  writeKnown(issuer, search);
}

function findByLabel(key: VisualKey, issuer: string | undefined, labels: readonly FoundLabel[], search: Search): FoundValue | undefined {
  if (key === 'authority') return findAuthority(issuer, search, labels);
  return findLabelled(key, withoutNameOf(labels, search.values.authority), search.lines);
}

/** What a zone says of other documents. */
function findWithoutZone(labels: readonly FoundLabel[], { values, lines, keep }: Search): void {
  keep('sex', findLoneSex(values, lines));
  keep('document_number', findDocumentNumber(lines));
  const names = findNamesByOrder(values, labels, lines);
  for (const key of ['surname', 'given_names'] as const) keep(key, names[key]);
}

/** Labels without what turned out to be a value: `DIRECTION` of an office is no address. */
function withoutNameOf(labels: readonly FoundLabel[], value: FoundValue | undefined): readonly FoundLabel[] {
  return value ? labels.filter((label) => !value.stretches.some(({ reading }) => showTheSame(reading, label.reading))) : labels;
}

/** What only some kinds of documents say; the front of a card may be that of a permit. */
function keysOfKind(document: MrzDocument | undefined): readonly VisualKey[] {
  if (isVisa(document)) return ofVisas;
  return !document || permits.test(document.code ?? '') ? ofPermits : [];
}

function isVisa(document: MrzDocument | undefined): boolean {
  return visas.has(document?.format ?? '');
}
