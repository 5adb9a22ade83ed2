import type { FoundValue } from '../found-value.ts';
import { lessSure } from '../known/doubt-known.ts';
import { isLowPrint } from '../known/low-print.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import { showTheSame } from '../lines/page-lines.ts';
import type { Search } from '../search.ts';
import { isOn } from './find-issue-date.ts';
import { valueOfDate } from './name-dates.ts';
import { parseDates } from './parse-dates.ts';

/** No document is valid for more years. */
const mostYears = 15;
/** The later date must be seen this surely to be it; less surely it is a doubt. */
const minConfidence = 0.6;
const minOfDoubt = 0.4;
/** What the order of days tells is believed no more than this. */
const mostByOrder = 0.8;
/** So is a day of expiry that nothing but the zone tells from that of issue. */
const mostOfLone = 0.9;

/**
 * Where a later day is printed than the zone's day of expiry, what says the zone's is another date,
 * unless its label names it: print and zone differ, or the zone has the day of issue there. Where
 * no other day besides that of birth is legible, it may be the same, and is not sure.
 *
 * @param expiry of the zone, ISO
 * @param latest the year before whose end dates lie
 */
export function doubtExpiry(expiry: string | undefined, labels: readonly FoundLabel[], search: Search, latest: number): void {
  const { values, checks, lines, keep } = search;
  const found = values.expiry_date;
  if (!expiry || !found) return;
  const readings = found.stretches.map(({ reading }) => reading);
  const own = labels.filter(({ key }) => key === 'expiry_date');
  if (own.some((label) => readings.some((reading) => isOn(label, reading)) || valueNearLabel(label, readings, labels))) return;
  const lastYear = Number(expiry.slice(0, 4)) + mostYears;
  const later = parseDates(lines.free(), latest)
    .filter(({ iso, confidence }) => iso > expiry && Number(iso.slice(0, 4)) <= lastYear && confidence >= minOfDoubt)
    .filter((date) => !isLowPrint(valueOfDate(date, mostByOrder), values))
    .sort((a, b) => b.confidence - a.confidence)[0];
  if (!later) {
    if (!hasEarlier(expiry, found, search, latest)) values.expiry_date = lessSure(found, mostOfLone);
    return;
  }
  checks.expiry_date = 'not_found';
  values.expiry_date = lessSure(found, mostOfLone);
  if (later.confidence < minConfidence) return;
  delete values.expiry_date;
  keep('expiry_date', valueOfDate(later, mostByOrder));
  values.issue_date ??= lessSure(found, mostByOrder);
}

/** Whether a day before the one of expiry is printed that is not known to be that of birth. */
function hasEarlier(expiry: string, found: FoundValue, { values, lines }: Search, latest: number): boolean {
  const known = [found, values.birth_date].flatMap((value) => value?.stretches.map(({ reading }) => reading) ?? []);
  const other = lines.readings.filter((reading) => !known.some((one) => showTheSame(one, reading)));
  return parseDates([...lines.free(), ...other], latest).some(({ iso }) => iso < expiry);
}
