import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from './text-reading.ts';

/** What is read so well, and is so long, is print. */
const minConfidence = 0.5;
const minCharacters = 3;
/** Letters of a document have few sizes: those of some print are that much lower or higher. */
const ratios = { least: 0.8, most: 1.25 } as const;
/** Millimetres to other print: a value stands below its label or beside it. */
const reach = { down: 6, across: 25 } as const;

/** Of some readings those of lines that are print for sure. */
export function linesOfPrint(readings: readonly TextReading[]): TextLine[] {
  return readings
    .filter(({ confidence, text }) => confidence >= minConfidence && text.trim().length >= minCharacters)
    .map(({ line }) => line);
}

/**
 * Whether a few marks may be letters: other print stands near by, and some is as high. Most of what
 * is so short is texture, which stands anywhere and has any height.
 *
 * @param scale pixels for each millimetre
 */
export function standsByPrint(line: TextLine, print: readonly TextLine[], scale: number): boolean {
  return print.some((other) => isNear(line, other, scale)) && print.some((other) => isAsHigh(line, other));
}

function isNear(one: TextLine, other: TextLine, scale: number): boolean {
  const down = Math.max(one.capTop, other.capTop) - Math.min(one.baseLine, other.baseLine);
  const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  return down <= reach.down * scale && across <= reach.across * scale;
}

function isAsHigh(one: TextLine, other: TextLine): boolean {
  const ratio = (one.baseLine - one.capTop) / (other.baseLine - other.capTop);
  return ratio >= ratios.least && ratio <= ratios.most;
}
