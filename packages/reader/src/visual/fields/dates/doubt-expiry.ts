import { lessSure } from '../known/doubt-known.ts';
import { isLowPrint } from '../known/low-print.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import type { Search } from '../search.ts';
import { isOn } from './find-issue-date.ts';
import { valueOfDate } from './name-dates.ts';
import { parseDates } from './parse-dates.ts';

/** No document is valid for more years. */
const mostYears = 15;
/** The later date must be seen this surely. */
const minConfidence = 0.8;
/** What the order of days tells is believed no more than this. */
const mostByOrder = 0.8;

/**
 * Where a later day is printed than the zone's day of expiry, what says the zone's is another date,
 * unless its label names it: print and zone differ, or the zone has the day of issue there.
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
    .filter(({ iso, confidence }) => iso > expiry && Number(iso.slice(0, 4)) <= lastYear && confidence >= minConfidence)
    .filter((date) => !isLowPrint(valueOfDate(date, mostByOrder), values))
    .sort((a, b) => b.confidence - a.confidence)[0];
  if (!later) return;
  delete values.expiry_date;
  checks.expiry_date = 'not_found';
  keep('expiry_date', valueOfDate(later, mostByOrder));
  values.issue_date ??= lessSure(found, mostByOrder);
}
