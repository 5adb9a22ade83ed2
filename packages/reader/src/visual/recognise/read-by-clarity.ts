import type { MeasuredLine, TextLine } from '../lines/measure-row.ts';
import { isAsHighAsPrint, isByPrint, linesOfPrint } from './stands-by-print.ts';
import type { TextReading } from './text-reading.ts';

/** Heights of its capitals that a short line is long at most. */
const shortLength = 3.3;
/**
 * Texture shows no more letters than these, nor does print whose letters touch: in all, or to a
 * height of its capitals.
 */
const fewLetters = { count: 2, toHeight: 0.3 };
/**
 * Millimetres to other print: a value stands below its label or beside it, a label may stand alone.
 */
const reach = { long: { down: 10, across: 25 }, short: { down: 6, across: 25 } };

/**
 * Reads lines that show enough letters, then long ones that show few, and short ones last. Of both
 * those are left out that stand by no print that was read before: most are texture. Where nothing
 * legible shows enough letters, no print tells which of the others are texture, and all long ones
 * are read.
 *
 * @param lines of a page
 * @param scale pixels for each millimetre
 * @param read reads lines of the page
 * @returns clear lines, those of few letters, short ones
 */
export async function readByClarity(
  lines: readonly MeasuredLine[],
  scale: number,
  read: (lines: readonly TextLine[]) => Promise<TextReading[]>,
): Promise<TextReading[]> {
  const long = lines.filter((line) => !isShort(line));
  const readings = [...(await read(long.filter((line) => !hasFewLetters(line))))];
  let print = linesOfPrint(readings);
  let vague = long.filter(hasFewLetters);
  // What stands by print may be print by which more of them stand: each round reads one at least.
  for (;;) {
    const near = vague.filter((line) => print.length === 0 || isByPrint(line, print, reach.long, scale));
    if (near.length === 0) break;
    readings.push(...(await read(near)));
    vague = vague.filter((line) => !near.includes(line));
    print = linesOfPrint(readings);
  }
  const isWanted = (line: TextLine) => isByPrint(line, print, reach.short, scale) && isAsHighAsPrint(line, print);
  return [...readings, ...(await read(lines.filter((line) => isShort(line) && isWanted(line))))];
}

function isShort(line: TextLine): boolean {
  return lengthOf(line) <= shortLength;
}

function hasFewLetters(line: MeasuredLine): boolean {
  return line.letters.length <= Math.max(fewLetters.count, fewLetters.toHeight * lengthOf(line));
}

function lengthOf({ left, right, capTop, baseLine }: TextLine): number {
  return (right - left) / (baseLine - capTop);
}
