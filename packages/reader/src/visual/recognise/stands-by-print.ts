import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from './text-reading.ts';

/** What is read so well, and is so long, is print. */
const minConfidence = 0.5;
const minCharacters = 3;
/** Letters of a document have few sizes: those of some print are that much lower or higher. */
const ratios = { least: 0.8, most: 1.25 } as const;

/** Of some readings those of lines that are print for sure. */
export function linesOfPrint(readings: readonly TextReading[]): TextLine[] {
  return readings
    .filter(({ confidence, text }) => confidence >= minConfidence && text.trim().length >= minCharacters)
    .map(({ line }) => line);
}

/** How far away print may be, below or above, and on the same rows, millimetres. */
type Reach = { readonly down: number; readonly across: number };

/**
 * Whether a line stands so near to print that it may belong to it: texture stands anywhere.
 *
 * @param scale pixels for each millimetre
 */
export function isByPrint(line: TextLine, print: readonly TextLine[], reach: Reach, scale: number): boolean {
  return print.some((other) => isNear(line, other, reach, scale));
}

/** Whether some print is as high: of texture, which has any height, little is. */
export function isAsHighAsPrint(line: TextLine, print: readonly TextLine[]): boolean {
  return print.some((other) => isAsHigh(line, other));
}

function isNear(one: TextLine, other: TextLine, reach: Reach, scale: number): boolean {
  const down = Math.max(one.capTop, other.capTop) - Math.min(one.baseLine, other.baseLine);
  const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  return down <= reach.down * scale && across <= reach.across * scale;
}

function isAsHigh(one: TextLine, other: TextLine): boolean {
  const ratio = (one.baseLine - one.capTop) / (other.baseLine - other.capTop);
  return ratio >= ratios.least && ratio <= ratios.most;
}
