import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundValue } from '../found-value.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import { isOn } from './find-issue-date.ts';
import type { PrintedDate } from './parse-dates.ts';
import { withEvenGaps } from './write-date.ts';

/**
 * The most that a date is believed which nothing but its label, or its place among others, tells.
 */
const mostByLabel = 0.94;
const mostByOrder = 0.9;
const withoutProof = 0.8;
/** People are at least this old when their document is issued, years. */
const minYears = 15;

/** The dates of a document that its zone says, or would. */
export type ZoneDate = 'birth_date' | 'expiry_date';

/**
 * Dates that nothing names: the first one, years before all others, is that of birth, and one that
 * lies ahead, or the last, that of expiry.
 *
 * @param isBirthKnown whether the day of birth was found, and is none of them
 */
export function nameDates(dates: readonly PrintedDate[], today: string, isBirthKnown: boolean): [key: ZoneDate, value: FoundValue][] {
  const sorted = [...dates].sort((a, b) => (a.iso < b.iso ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const named: [key: ZoneDate, value: FoundValue][] = [];
  const next = sorted.find(({ iso }) => iso !== first.iso)?.iso.slice(0, 4) ?? today.slice(0, 4);
  if (!isBirthKnown && first.iso < today && Number(next) - Number(first.iso.slice(0, 4)) >= minYears)
    named.push(['birth_date', valueOfDate(first, mostByOrder)]);
  if (last.iso !== first.iso && (last.iso > today || sorted.length > 2 || isBirthKnown || named.length > 0))
    named.push(['expiry_date', valueOfDate(last, mostByOrder)]);
  return named;
}

/** A date near the label of its kind. */
export function findLabelledDate(key: ZoneDate, dates: readonly PrintedDate[], labels: readonly FoundLabel[]): LabelledDate | undefined {
  const readings = dates.map(({ reading }) => reading);
  for (const label of labels) {
    if (label.key !== key) continue;
    const line = readings.find((reading) => isOn(label, reading)) ?? valueNearLabel(label, readings, labels);
    const onLine = dates.filter(({ reading }) => reading === line);
    const below = dates.filter(({ reading }) => line && (reading === line || isBesideBelow(label, line, reading)));
    const date = key === 'expiry_date' ? latest(below) : onLine.sort((a, b) => awayFrom(label, a) - awayFrom(label, b))[0];
    if (date) return { date, label, value: valueOfDate(date, mostByLabel) };
  }
  return undefined;
}

/** Lines of one row, in heights of capitals. */
const sameRow = 0.6;

/** Whether a line stands on the row of another one, and below the same label: that of two dates. */
function isBesideBelow({ reading: { line: label } }: FoundLabel, { line: one }: TextReading, { line: other }: TextReading): boolean {
  const isOnRow = Math.abs(one.baseLine - other.baseLine) < sameRow * (one.baseLine - one.capTop);
  return isOnRow && other.left > label.left && other.left < label.right;
}

/**
 * A document expires after all other days that it says: the other one on the line is that of issue.
 */
function latest(dates: readonly PrintedDate[]): PrintedDate | undefined {
  return [...dates].sort((a, b) => (a.iso < b.iso ? 1 : -1))[0];
}

/** Of two dates on a line a label names the one that begins where it does, or right behind it. */
function awayFrom({ reading: label, behind }: FoundLabel, { reading, from }: PrintedDate): number {
  return Math.abs(reading.firstStepAt + from * reading.pixelsPerStep - (behind ?? label).line.left);
}

/** A date and the label that names it. */
export type LabelledDate = { readonly date: PrintedDate; readonly label: FoundLabel; readonly value: FoundValue };

/** A date as a value, which is believed no more than `most`. */
export function valueOfDate(date: PrintedDate, most: number): FoundValue {
  return { value: withEvenGaps(date.text.trim()), confidence: Math.min(most, withoutProof * date.confidence), stretches: [date] };
}
