import type { MrzDocument } from '@ocr-web/mrz';
import { visas } from '../../tables/visas.ts';
import type { FoundValue } from '../found-value.ts';
import { plainLetters } from '../labels/compare-letters.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { showTheSame } from '../lines/page-lines.ts';
import type { Search } from '../search.ts';
import { differs } from './compare-date.ts';
import { doubtExpiry } from './doubt-expiry.ts';
import { findDifferingDate } from './find-differing-date.ts';
import { findIssueDate, isTerm } from './find-issue-date.ts';
import { latestYear } from './latest-year.ts';
import { findLabelledDate, nameDates, valueOfDate, type ZoneDate } from './name-dates.ts';
import { findWithoutCentury, type PrintedDate, parseDates } from './parse-dates.ts';
import { withEvenGaps } from './write-date.ts';

/** A date that says what the zone does, though it is not printed in a form that was looked for. */
const mostBySense = 0.9;

/**
 * The days of birth and expiry where the zone does not say them or they were not found as it does;
 * then the day of issue.
 *
 * @param isTrusted whether a date that differs from the zone's is a finding
 */
export function findDates(
  document: MrzDocument | undefined,
  labels: readonly FoundLabel[],
  search: Search,
  today: string,
  isTrusted: boolean,
): void {
  const { lines, joined, keep, values } = search;
  const thisYear = Number(today.slice(0, 4));
  const parse = (latest: number) => parseDates([...lines.free(), ...joined.filter((reading) => lines.isFree(reading))], latest);
  doubtExpiry(document?.expiryDate?.iso, labels, search, latestYear(today));
  findOfZone('birth_date', document?.birthDate, parse(thisYear), labels, search, thisYear, isTrusted);
  findOfZone('expiry_date', document?.expiryDate, parse(latestYear(today)), labels, search, latestYear(today), isTrusted);
  if (isTrusted) findByOrderOfDays(document, search, latestYear(today));
  if (!document?.birthDate?.iso || !document.expiryDate?.iso)
    for (const [key, date] of nameDates(parse(latestYear(today)), today, values.birth_date !== undefined))
      if (!isSaid(document, key)) keep(key, date);
  const known = {
    birth: birthBefore(document) ?? isoOf(values.birth_date, thisYear),
    expiry: document?.expiryDate?.iso,
    today,
    isVisa: visas.has(document?.format ?? ''),
  };
  const issue = findIssueDate(parse(thisYear), labels, known);
  keep('issue_date', issue && { ...issue, value: spelledLike(issue.value, values.expiry_date?.value) });
}

/**
 * A day that says what the zone does in a form that was not looked for, or that its label names.
 *
 * @param latest the year before whose end it lies
 */
function findOfZone(
  key: ZoneDate,
  zone: MrzDocument['birthDate'],
  dates: readonly PrintedDate[],
  labels: readonly FoundLabel[],
  { checks, lines, looks, keep, values }: Search,
  latest: number,
  isTrusted: boolean,
): void {
  const same = dates.find(({ iso }) => iso === zone?.iso) ?? findWithoutCentury(zone?.raw, lines.free());
  if (!values[key] && same) {
    keep(key, valueOfDate(same, mostBySense));
    checks[key] = 'match';
  }
  const denied = checks[key] === 'not_found' && values[key] ? values[key].stretches.map(({ reading }) => reading) : [];
  const labelled = findLabelledDate(key, [...dates, ...parseDates(denied, latest)], labels);
  if (key === 'expiry_date' && labelled && isOfIssue(labelled.date, zone?.iso, dates)) return;
  const isOpen = !values[key] || denied.length > 0;
  if (isTrusted && isOpen && labelled && differs(labelled, zone, dates, parseDates(looks, latest))) {
    checks[key] = 'mismatch';
    delete values[key];
  }
  keep(key, labelled?.value);
}

/**
 * Whether a date below the label of the day of expiry is that of issue, which lies beside it: a
 * usual term before the zone's day, and nothing else may be it.
 */
function isOfIssue(date: PrintedDate, expiry: string | undefined, dates: readonly PrintedDate[]): boolean {
  const others = dates.filter(({ reading }) => reading !== date.reading && !showTheSame(reading, date.reading));
  return isTerm(date.iso, expiry) && !others.some(({ iso }) => expiry !== undefined && iso < expiry);
}

/** Days that differ from the zone's, and that only the order of days tells. */
function findByOrderOfDays(document: MrzDocument | undefined, search: Search, latest: number): void {
  for (const key of ['birth_date', 'expiry_date'] as const) {
    if (search.checks[key] !== 'not_found') continue;
    const date = findDifferingDate(key, document, search, latest);
    if (!date) continue;
    search.checks[key] = 'mismatch';
    delete search.values[key];
    search.keep(key, valueOfDate(date, mostBySense));
  }
}

/** Of a day of birth behind that of expiry the century is another one than was taken. */
function birthBefore(document: MrzDocument | undefined): string | undefined {
  const birth = document?.birthDate?.iso;
  return birth !== undefined && birth < (document?.expiryDate?.iso ?? '9') ? birth : undefined;
}

/** The day that a value says where no zone does. */
function isoOf(value: FoundValue | undefined, latest: number): string | undefined {
  const readings = value?.stretches.map(({ reading }) => reading) ?? [];
  return parseDates(readings, latest).find(({ text }) => withEvenGaps(text.trim()) === value?.value)?.iso;
}

/** A month that is printed twice is spelt alike: `DEC/DÉC` where only its letters were seen. */
function spelledLike(text: string, other = ''): string {
  const month = /\p{L}[\p{L} ./-]*\p{L}/u;
  const [own, like] = [month.exec(text)?.[0], month.exec(other)?.[0]];
  return own !== undefined && like !== undefined && plainLetters(own) === plainLetters(like) ? text.replace(own, like) : text;
}

/** Whether the zone says a date, even one that is no day: then another one is none of its kind. */
function isSaid(document: MrzDocument | undefined, key: ZoneDate): boolean {
  const raw = document?.fields[key === 'birth_date' ? 'birthDate' : 'expiryDate']?.value ?? '';
  return (key === 'birth_date' ? document?.birthDate : document?.expiryDate)?.iso !== undefined || /^\d{6}$/.test(raw);
}
