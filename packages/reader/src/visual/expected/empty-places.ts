import { medianCap } from '../fields/find-by-order.ts';
import type { FoundFields } from '../fields/find-fields.ts';
import type { FoundLabel } from '../fields/labels/find-labels.ts';
import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from '../recognise/text-reading.ts';

/** All in heights of capitals. What is looked for is this long; so far to the left it may begin. */
const length = { named: 18, other: 11 };
const before = 1.2;
/** Lines begin in one column, and stand in one row, where they differ by less than this. */
const sameColumn = 0.8;
const sameRow = 0.6;
/** Columns are wider than this; a page has so many at most. */
const columnWidth = 3;
const maxColumns = 4;
/** Values stand so far below their labels; where no pair of them was read, one of these far. */
const below = { least: 0.8, most: 2.6, usual: [1.45, 1.75] };
/** What is read as surely as this leaves no room in its place; and room is this wide at least. */
const minRead = { line: 0.6, letter: 0.9 };
const shortest = 3;
const gap = 0.7;
const maxPlaces = 12;

/** Places without a line: those below labels, and others. */
export type EmptyPlaces = { readonly named: readonly TextLine[]; readonly others: readonly TextLine[] };

/**
 * Where values would stand on which no line was found at all, because guilloche or a picture runs
 * into their letters: below labels, and where a row of values crosses a column of them. Values
 * stand in a grid (ICAO 9303-4, 4.1).
 */
export function listEmptyPlaces({ values, labels }: FoundFields, readings: readonly TextReading[]): EmptyPlaces {
  const cap = medianCap(values);
  if (cap === undefined) return { named: [], others: [] };
  const found = Object.values(values).flatMap(({ stretches }) => stretches.map(({ reading: { line } }) => line));
  const read = wellRead(readings);
  const named = placesBelow(labels, found, cap);
  const columns = listColumns([...found, ...labels.map(({ reading }) => reading.line)], cap);
  const rows = listRows([...found.map(({ baseLine }) => baseLine), ...named.map(({ y }) => y)], cap);
  const crossings = columns
    .flatMap((x) => rows.map((y) => ({ x, y })))
    .filter((place) => !named.some((other) => isNear(place, other, cap)));
  const linesAt = (places: readonly Place[], most: number) =>
    places.flatMap((place) => lineAt(place, roomAt(place, most, read, cap), cap) ?? []).slice(0, maxPlaces);
  return { named: linesAt(named, length.named), others: linesAt(crossings, length.other) };
}

function lineAt({ x, y }: Place, right: number | undefined, cap: number): TextLine | undefined {
  return right === undefined ? undefined : { left: x - before * cap, right, capTop: y - cap, baseLine: y, slope: 0, strength: 0 };
}

/** Where a value begins, and its base line. */
type Place = { readonly x: number; readonly y: number };

/** Below each label, as far as values stand below labels on this page. */
function placesBelow(labels: readonly FoundLabel[], found: readonly TextLine[], cap: number): Place[] {
  const pairs = labels.flatMap(({ reading: { line } }) =>
    found.flatMap((value) => {
      const down = (value.baseLine - line.baseLine) / cap;
      const isBelow = Math.abs(value.left - line.left) < 2 * sameColumn * cap && down > below.least && down < below.most;
      return isBelow ? down : [];
    }),
  );
  const middle = pairs.sort((a, b) => a - b)[pairs.length >> 1];
  const distances = middle === undefined ? below.usual : [middle];
  return labels.flatMap(({ reading: { line } }) => distances.map((down) => ({ x: line.left, y: line.baseLine + down * cap })));
}

/** Lines that were read: a letter alone where it is clear. */
function wellRead(readings: readonly TextReading[]): ReadLine[] {
  return readings
    .filter(({ confidence, text }) => confidence >= (text.trim().length > 1 ? minRead.line : minRead.letter))
    .map(({ line, text }) => ({ line, isLetter: text.trim().length === 1 }));
}

type ReadLine = { readonly line: TextLine; readonly isLetter: boolean };

/**
 * How far right of a place no line begins that was read; undefined where one stands in it. Letters
 * alone may be what is seen of the value.
 */
function roomAt({ x, y }: Place, most: number, read: readonly ReadLine[], cap: number): number | undefined {
  const end = x + (most + gap) * cap;
  const beside = read.filter(({ line: { left, right, capTop, baseLine }, isLetter }) => {
    const isInRow = baseLine > y - sameRow * cap && capTop < y - 0.4 * cap;
    return isInRow && right > x && left < (isLetter ? x + gap * cap : end);
  });
  const nearest = Math.min(end, ...beside.map(({ line }) => line.left));
  return nearest - x < shortest * cap ? undefined : nearest - gap * cap;
}

function isNear(a: Place, b: Place, cap: number): boolean {
  return Math.abs(a.x - b.x) < columnWidth * cap && Math.abs(a.y - b.y) < sameRow * cap;
}

/** Left ends of columns, those in which most lines begin first. */
function listColumns(lines: readonly TextLine[], cap: number): number[] {
  const begin = (x: number) => lines.filter(({ left }) => left >= x && left < x + sameColumn * cap).length;
  const sorted = lines.map(({ left }) => ({ left, count: begin(left) })).sort((a, b) => b.count - a.count);
  const columns: number[] = [];
  for (const { left } of sorted) if (columns.every((other) => Math.abs(other - left) >= columnWidth * cap)) columns.push(left);
  return columns.slice(0, maxColumns);
}

/** Base lines of rows, from the lowest one up: dates stand low. */
function listRows(baseLines: readonly number[], cap: number): number[] {
  const rows: number[] = [];
  for (const y of [...baseLines].sort((a, b) => b - a)) if ((rows.at(-1) ?? Number.POSITIVE_INFINITY) - y >= sameRow * cap) rows.push(y);
  return rows;
}
