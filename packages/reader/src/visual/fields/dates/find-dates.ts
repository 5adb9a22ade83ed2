import type { MrzDocument } from '@ocr-web/mrz';
import type { FoundLabel } from '../labels/find-labels.ts';
import type { Search } from '../search.ts';
import { differs } from './compare-date.ts';
import { findIssueDate } from './find-issue-date.ts';
import { findLabelledDate, nameDates, valueOfDate, type ZoneDate } from './name-dates.ts';
import { parseDates } from './parse-dates.ts';

/** Dates of expiry lie before the end of this year, whatever two digits of it say. */
const yearsAhead = 45;
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
  { checks, lines, joined, keep, values, disproved }: Search,
  today: string,
  isTrusted: boolean,
): void {
  const thisYear = Number(today.slice(0, 4));
  const parse = (latest: number) => parseDates([...lines.free(), ...joined.filter((reading) => lines.isFree(reading))], latest);
  for (const key of ['birth_date', 'expiry_date'] as const) {
    const zone = key === 'birth_date' ? document?.birthDate : document?.expiryDate;
    const dates = parse(key === 'birth_date' ? thisYear : thisYear + yearsAhead);
    const same = dates.find(({ iso }) => iso === zone?.iso);
    if (!values[key] && same && !disproved.has(key)) {
      keep(key, valueOfDate(same, mostBySense));
      checks[key] = 'match';
    }
    const labelled = findLabelledDate(key, dates, labels);
    if (isTrusted && !values[key] && labelled && differs(labelled, zone, dates)) checks[key] = 'mismatch';
    keep(key, labelled?.value);
  }
  if (!document?.birthDate?.iso || !document.expiryDate?.iso)
    for (const [key, date] of nameDates(parse(thisYear + yearsAhead), today, values.birth_date !== undefined))
      if (!isSaid(document, key)) keep(key, date);
  keep('issue_date', findIssueDate(parse(thisYear), labels, { birth: document?.birthDate?.iso, expiry: document?.expiryDate?.iso, today }));
}

/** Whether the zone says a date, even one that is no day: then another one is none of its kind. */
function isSaid(document: MrzDocument | undefined, key: ZoneDate): boolean {
  const raw = document?.fields[key === 'birth_date' ? 'birthDate' : 'expiryDate']?.value ?? '';
  return (key === 'birth_date' ? document?.birthDate : document?.expiryDate)?.iso !== undefined || /^\d{6}$/.test(raw);
}
