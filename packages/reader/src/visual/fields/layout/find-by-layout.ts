import type { TextReading } from '../../recognise/text-reading.ts';
import type { Layout } from '../../tables/layouts/layout.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { type FoundValues, medianCap, rowOf } from '../find-by-order.ts';
import { type FoundValue, valueOfLines } from '../found-value.ts';
import { looksLike } from '../labels/find-labelled.ts';
import { type FoundLabel, isLikeLabel, isOfLabel } from '../labels/find-labels.ts';
import { namedOtherwise } from '../labels/named-otherwise.ts';
import { goOn } from '../lines/go-on.ts';
import { isPlausible } from '../lines/is-plausible.ts';
import { capHeight, lettersOf, wholeOf } from '../lines/page-lines.ts';
import { looksNamed } from '../names-authority.ts';
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
  'issue_date',
  'remarks',
];
/** What a date looks like that a layout prints. */
const dateLooks = { numeric: /^\d{1,2}([ ./-])\d{1,2}\1\d{2,4}\.?$/, named: /^\d{1,2} ?\p{L}{3}.*\d{2,4}$/u };
/** Names, in which letters prevail: a date that was not told is none. */
const ofWords: ReadonlySet<VisualKey> = new Set(['place_of_birth', 'authority']);
/** By its place alone a value is believed no more than this. */
const mostByLayout = 0.75;
const minConfidence = 0.7;
/** Values are set alike, in heights of capitals of those that are known. */
const heights = { least: 0.72, most: 1.35 };
/** Lines of one row, in heights of capitals. */
const sameRow = 0.8;
/** Lines begin in one column where they differ by less than this, in heights of capitals. */
const sameColumn = 0.8;
/** A value begins no farther left or right of all known ones than this. */
const beyond = 10;
/** A value of a row stands no farther from the next known one than this. */
const farthest = { across: 30, down: 6 };

/**
 * A value where the layout of its state's document has it: on a row with known values, or on a row
 * of its own between two of them. What its place does not tell for certain is not given.
 */
export function findByLayout(
  key: VisualKey,
  layout: Layout,
  { values, lines }: Search,
  labels: readonly FoundLabel[],
): FoundValue | undefined {
  const cap = medianCap(values);
  const gap = gapOf(key, layout, values);
  if (cap === undefined || gap === undefined) return undefined;
  const isOther = namedOtherwise(key, values, labels, lines);
  const legible = lines.free().filter((reading) => isLegible(reading, cap, values, labels) && !isOther(reading));
  const isValue = (reading: TextReading) => mayBe(key, reading, layout);
  const most = layout.lines?.[key] ?? 1;
  const candidates = legible.filter(isValue);
  const first =
    onRow(gap, legible, cap, isValue) ??
    betweenRows(gap, legible, cap, isValue, most) ??
    inColumn(
      gap,
      candidates.filter((reading) => beginsInColumn(reading, values, cap)),
      cap,
      most,
    );
  if (!first) return undefined;
  const all = goOn(wholeOf(first, candidates), candidates, most, labels);
  const sure = all.reduce((product, { characters }) => product * characters.reduce((part, { confidence }) => part * confidence, 1), 1);
  return valueOfLines(all, Math.min(mostByLayout, sure));
}

/**
 * A date of issue that stands on the row of that of expiry, where the layout has it on another one.
 */
export function isMisplaced(layout: Layout, { issue_date: issue, expiry_date: expiry }: FoundValues): boolean {
  const row = (key: VisualKey) => layout.rows.findIndex((keys) => keys.split(' ').includes(key));
  const [a, b] = [rowOf(issue), rowOf(expiry)];
  if (a === undefined || b === undefined || row('issue_date') < 0 || row('expiry_date') < 0) return false;
  // Zones of passports say one date only, and two on a row are that and the other: visas say three.
  if (!layout.formats.some((format) => format.startsWith('MRV'))) return false;
  return row('issue_date') !== row('expiry_date') && Math.abs(a - b) < sameRow * capHeight(expiry!.stretches[0]!.reading);
}

function isLegible(reading: TextReading, cap: number, values: FoundValues, labels: readonly FoundLabel[]): boolean {
  const ratio = capHeight(reading) / cap;
  const ends = Object.values(values).flatMap((value) => value.stretches.map((stretch) => stretch.reading.line));
  return (
    reading.confidence >= minConfidence &&
    ratio > heights.least &&
    ratio < heights.most &&
    reading.line.left > Math.min(...ends.map(({ left }) => left)) - beyond * cap &&
    reading.line.left < Math.max(...ends.map(({ right }) => right)) + beyond * cap &&
    isPlausible(reading) &&
    !isOfLabel(reading, labels) &&
    !isLikeLabel(reading)
  );
}

function mayBe(key: VisualKey, reading: TextReading, { dates }: Layout): boolean {
  const text = reading.text.trim();
  if (key === 'issue_date') return dateLooks[dates].test(text);
  return looksLike(key, text) && (!ofWords.has(key) || isOfWords(text));
}

function isOfWords(text: string): boolean {
  return (
    !dateLike.test(text) &&
    (text.match(/\p{L}/gu)?.length ?? 0) > (text.match(/\d/g)?.length ?? 0) &&
    !/\d{3}/.test(text) &&
    looksNamed(text)
  );
}

const dateLike = /^\d{1,2} ?\D.*\d{2}$/u;

type Test = (reading: TextReading) => boolean;

/** The only line beside known values of its row, on the side that the layout has it on. */
function onRow({ left, right }: Gap, legible: readonly TextReading[], cap: number, isValue: Test): TextReading | undefined {
  const own = left ?? right;
  if (!own) return undefined;
  const found = legible.filter(
    (reading) =>
      isValue(reading) &&
      Math.abs(reading.line.baseLine - own.top) < sameRow * cap &&
      (!left || (reading.line.left > left.right && reading.line.left - left.right < farthest.across * cap)) &&
      (!right || (reading.line.right < right.left && right.left - reading.line.right < farthest.across * cap)),
  );
  return columnsOf(found).length === 1 ? found[0] : undefined;
}

/** The line on a row of its own, or of other unknown values, between two rows of known ones. */
function betweenRows(gap: Gap, legible: readonly TextReading[], cap: number, isValue: Test, most: number): TextReading | undefined {
  const { left, right, rows, row, cells, cell } = gap;
  if (left || right) return undefined;
  const found = rowsOf(between(gap, legible, cap), cap);
  const one = rows === 1 && found.length <= most ? found[0] : found.length === rows ? found[row] : undefined;
  const columns = columnsOf(one ?? []);
  const fitting = columns.filter(isValue);
  if (columns.length === cells) return isValue(columns[cell]!) ? columns[cell] : undefined;
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * Whether a line begins where a known value does: what stands beside a document begins elsewhere.
 */
function beginsInColumn(reading: TextReading, values: FoundValues, cap: number): boolean {
  const { left } = lettersOf(reading);
  return Object.values(values).some(({ stretches }) =>
    stretches.some((stretch) => Math.abs(lettersOf(stretch.reading).left - left) < sameColumn * cap),
  );
}

/** The first of the lines on the only row of its own between two rows of known values. */
function inColumn(gap: Gap, candidates: readonly TextReading[], cap: number, most: number): TextReading | undefined {
  if (gap.left || gap.right || gap.rows !== 1 || gap.cells !== 1) return undefined;
  const found = rowsOf(between(gap, candidates, cap), cap);
  const [first, ...others] = found.map((row) => columnsOf(row));
  const isOne = first?.length === 1 && found.length <= most && others.every((row) => row.length === 1);
  return isOne ? first[0] : undefined;
}

/** What stands below the known row above a gap, and above the one below it. */
function between({ above, below }: Gap, readings: readonly TextReading[], cap: number): TextReading[] {
  if (!above && !below) return [];
  const top = above ? above.bottom + sameRow * cap : below!.top - farthest.down * cap;
  const bottom = below ? below.top - sameRow * cap : above!.bottom + farthest.down * cap;
  return readings.filter(({ line }) => line.baseLine > top && line.baseLine < bottom);
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

/** The lines of a row from left to right; of those in one place the most legible. */
function columnsOf(row: readonly TextReading[]): TextReading[] {
  const columns: TextReading[] = [];
  for (const reading of [...row].sort((a, b) => b.confidence - a.confidence))
    if (!columns.some(({ line }) => line.left < reading.line.right && line.right > reading.line.left)) columns.push(reading);
  return columns.sort((a, b) => a.line.left - b.line.left);
}
