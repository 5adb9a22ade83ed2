import type { FoundFields } from '../fields/find-fields.ts';
import { medianCap } from '../fields/find-by-order.ts';
import { capHeight } from '../fields/lines/page-lines.ts';
import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from '../recognise/text-reading.ts';

/** All lengths are in heights of the values' capitals. A value that is looked for is this long. */
const length = 12;
/** What was read of a value may go on on both sides: over a picture, a stamp or a hologram. */
const before = 2.4;
const behind = 8;
/** A line of values is as high as others, or nearly; and so many of its signs are digits. */
const heights = { least: 0.72, most: 1.4 };
const minDigits = 2;
/** What is read as surely as this, and is as long, leaves no room for a value in its place. */
const minRead = 0.85;
const minCharacters = 3;
/** Lines begin in a column where so many of them have their left ends within this. */
const minLines = 3;
const minLegible = 0.5;
const sameColumn = 0.7;
/** Rows without print are looked at in steps of this, where they are as high as this. */
const step = 0.4;
const minGap = 1.5;
/** So many places are looked at, at most. */
const maxPlaces = 40;

/**
 * Where values may stand that were not found: lines that were read in part, and rows of a column of
 * values on which nothing was read, because something is printed across them.
 *
 * @param bottom where the zone begins, or the page ends
 */
export function listExpectedPlaces({ values, free }: FoundFields, readings: readonly TextReading[], bottom: number): TextLine[] {
  const cap = medianCap(values);
  if (cap === undefined) return [];
  return [...widenLines(free, cap), ...listEmptyRows(readings, cap, bottom)].slice(0, maxPlaces);
}

/** Lines of digits, as far as they may go on. */
function widenLines(readings: readonly TextReading[], cap: number): TextLine[] {
  return readings
    .filter((reading) => {
      const height = capHeight(reading) / cap;
      const digits = reading.text.match(/\d/g)?.length ?? 0;
      return digits >= minDigits && height > heights.least && height < heights.most;
    })
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ line }) => ({ ...line, ...shift(line, -before * cap), right: Math.max(line.right, line.left + behind * cap) + before * cap }));
}

function shift({ left, capTop, baseLine, slope }: TextLine, by: number): Pick<TextLine, 'left' | 'capTop' | 'baseLine'> {
  return { left: left + by, capTop: capTop + slope * by, baseLine: baseLine + slope * by };
}

/** Rows of a column between lines that were read. */
function listEmptyRows(readings: readonly TextReading[], cap: number, bottom: number): TextLine[] {
  const read = readings.filter(({ confidence, text }) => confidence >= minRead && text.trim().length >= minCharacters);
  const legible = readings.filter(({ confidence, text }) => confidence >= minLegible && text.trim().length >= minCharacters);
  return listColumns(legible, cap).flatMap(({ left, lines }) => {
    const rows = [...read.filter(({ line }) => line.left < left + 6 * cap && line.right > left)].sort((a, b) => a.line.baseLine - b.line.baseLine);
    const top = Math.min(...lines.map(({ line }) => line.baseLine));
    const places: TextLine[] = [];
    let end = top;
    for (const { line } of [...rows.filter(({ line }) => line.baseLine > top), undefined].map((row) => row ?? { line: { capTop: bottom, baseLine: bottom } })) {
      if (line.capTop - end > minGap * cap)
        for (let base = end + 1.2 * cap; base < line.capTop - 0.2 * cap; base += step * cap)
          places.push({ left: left - 0.5 * cap, right: left + length * cap, capTop: base - cap, baseLine: base, slope: 0, strength: 0 });
      end = Math.max(end, line.baseLine);
    }
    return places;
  });
}

type Column = { readonly left: number; readonly lines: readonly TextReading[] };

/** Where several lines begin. */
function listColumns(read: readonly TextReading[], cap: number): Column[] {
  const columns: Column[] = [];
  for (const { line } of [...read].sort((a, b) => a.line.left - b.line.left)) {
    if (columns.some(({ left }) => line.left - left < 2 * sameColumn * cap)) continue;
    const lines = read.filter((other) => other.line.left >= line.left && other.line.left - line.left < sameColumn * cap);
    if (lines.length >= minLines) columns.push({ left: line.left, lines });
  }
  return columns.sort((a, b) => b.lines.length - a.lines.length);
}
