import type { TextReading } from '../../recognise/text-reading.ts';
import type { Layout } from '../../tables/layouts/layout.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { medianCap } from '../find-by-order.ts';
import { type FoundValue, valueOfLines } from '../found-value.ts';
import { looksLike } from '../labels/find-labelled.ts';
import { type FoundLabel, isLikeLabel, isOfLabel } from '../labels/find-labels.ts';
import { goOn } from '../lines/go-on.ts';
import { isPlausible } from '../lines/is-plausible.ts';
import { capHeight, wholeOf } from '../lines/page-lines.ts';
import type { Search } from '../search.ts';
import { type Gap, gapOf } from './layout-rows.ts';

/** What a layout may tell, in the order in which lines are given away; the zone tells the rest. */
export const keysOfLayout: readonly VisualKey[] = [
  'height',
  'entries',
  'duration',
  'visa_type',
  'place_of_birth',
  'authority',
  'address',
  'remarks',
];
/** By its place alone a value is believed no more than this. */
const mostByLayout = 0.75;
const minConfidence = 0.7;
/** Values are set alike, in heights of capitals of those that are known. */
const heights = { least: 0.72, most: 1.35 };
/** Lines of one row, in heights of capitals. */
const sameRow = 0.8;
/** A value of a row stands no farther from the next known one than this. */
const farthest = { across: 30, down: 6 };

/**
 * A value where the layout of its state's document has it: on a row with known values, or alone
 * between two rows of them. What its place does not tell for certain is not given.
 */
export function findByLayout(key: VisualKey, layout: Layout, { values, lines }: Search, labels: readonly FoundLabel[]): FoundValue | undefined {
  const cap = medianCap(values);
  const gap = gapOf(key, layout, values);
  if (cap === undefined || gap === undefined) return undefined;
  const candidates = lines.free().filter((reading) => isCandidate(key, reading, cap, labels));
  const first = onRow(gap, candidates, cap) ?? betweenRows(gap, candidates, cap, layout.lines?.[key] ?? 1);
  if (!first) return undefined;
  const all = goOn(wholeOf(first, candidates), candidates, layout.lines?.[key] ?? 1, labels);
  const sure = all.reduce((product, { characters }) => product * characters.reduce((part, { confidence }) => part * confidence, 1), 1);
  return valueOfLines(all, Math.min(mostByLayout, sure));
}

function isCandidate(key: VisualKey, reading: TextReading, cap: number, labels: readonly FoundLabel[]): boolean {
  const ratio = capHeight(reading) / cap;
  return (
    reading.confidence >= minConfidence &&
    ratio > heights.least &&
    ratio < heights.most &&
    looksLike(key, reading.text.trim()) &&
    isPlausible(reading) &&
    !isOfLabel(reading, labels) &&
    !isLikeLabel(reading)
  );
}

/** The only line beside known values of its row, on the side that the layout has it on. */
function onRow({ left, right }: Gap, candidates: readonly TextReading[], cap: number): TextReading | undefined {
  const [own] = [left ?? right];
  if (!own) return undefined;
  const found = candidates.filter(
    ({ line }) =>
      Math.abs(line.baseLine - own.top) < sameRow * cap &&
      (!left || (line.left > left.right && line.left - left.right < farthest.across * cap)) &&
      (!right || (line.right < right.left && right.left - line.right < farthest.across * cap)),
  );
  return rowsOf(found, cap).length === 1 && isOne(found) ? found[0] : undefined;
}

/** The line of a row of its own between two rows of known values. */
function betweenRows({ left, right, above, below, rows, row }: Gap, candidates: readonly TextReading[], cap: number, most: number) {
  if (left || right || (!above && !below)) return undefined;
  const top = above ? above.bottom + sameRow * cap : below!.top - farthest.down * cap;
  const bottom = below ? below.top - sameRow * cap : above!.bottom + farthest.down * cap;
  const found = rowsOf(
    candidates.filter(({ line }) => line.baseLine > top && line.baseLine < bottom),
    cap,
  );
  const isSingle = rows === 1 && found.length <= most;
  const one = isSingle ? found[0] : found.length === rows ? found[row] : undefined;
  return one && isOne(one) ? one[0] : undefined;
}

/** Lines by the rows that they stand on, from top to bottom. */
function rowsOf(readings: readonly TextReading[], cap: number): TextReading[][] {
  const rows: TextReading[][] = [];
  for (const reading of [...readings].sort((a, b) => a.line.baseLine - b.line.baseLine)) {
    const last = rows.at(-1);
    if (last && reading.line.baseLine - last[0]!.line.baseLine < sameRow * cap) last.push(reading);
    else rows.push([reading]);
  }
  return rows;
}

/** Whether lines of a row all show one place. */
function isOne(row: readonly TextReading[]): boolean {
  const [first] = row;
  return row.every(({ line }) => line.left < first!.line.right && line.right > first!.line.left);
}
