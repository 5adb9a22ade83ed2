import { type Format, formats } from '@ocr-web/mrz';
import { decodeGreedily } from '../recognise/decode-greedily.ts';
import type { LineColumns } from '../recognise/line-columns.ts';
import { alignLine, type Penalties } from './align-line.ts';
import { type LikelyClasses, listLikelyClasses } from './likely-classes.ts';
import { penaltiesOf } from './position-penalties.ts';
import { readSlots, type Slots } from './read-slots.ts';
import { settleTwins, type Twins } from './settle-twins.ts';

/** A format laid over some neighbouring lines of a zone. */
export type Hypothesis = {
  readonly format: Format;
  /** Index of the first of these lines in the zone. */
  readonly firstLine: number;
  readonly slots: readonly Slots[];
  readonly twins: Twins;
  /** What it costs to read lines of these lengths rather than what the strips say by themselves, in nats: 0 or less. */
  readonly fit: number;
};

/** A line read freely may have this many characters too few or too many and still be tried as the format's: faint print loses some. */
const toleratedLength = 6;
/** Lines that differ by less are as long as each other. */
const sameLength = 4;
/** A detected line that a format leaves over, in nats: it may be a line of print beside the zone, but hardly one that is as long as the zone's. */
const leftOver = { ofOtherLength: -3, ofSameLength: -15 } as const;
const mostHypotheses = 4;

/** The formats that the lines of a zone may be, best fit first. */
export function hypothesiseFormats(columns: readonly LineColumns[]): Hypothesis[] {
  const likely = columns.map(listLikelyClasses);
  const texts = columns.map((line) => decodeGreedily(line).text);
  const found: Hypothesis[] = [];
  for (const format of formats) {
    const height = format.lineLengths.length;
    for (let first = 0; first + height <= columns.length; first++) {
      if (!lengthsFit(format, texts.slice(first, first + height))) continue;
      const hypothesis = layOver(format, first, columns, likely, texts);
      if (hypothesis) found.push(hypothesis);
    }
  }
  return found.sort((a, b) => b.fit - a.fit).slice(0, mostHypotheses);
}

function lengthsFit(format: Format, texts: readonly string[]): boolean {
  return format.lineLengths.every((length, line) => Math.abs((texts[line]?.length ?? 0) - length) <= toleratedLength);
}

function layOver(
  format: Format,
  firstLine: number,
  columns: readonly LineColumns[],
  likely: readonly LikelyClasses[],
  texts: readonly string[],
): Hypothesis | undefined {
  let fit = chargeLeftOver(format, firstLine, texts);
  const slots: Slots[] = [];
  const penalties = format.lineLengths.map((_, line) => penaltiesOf(format, line, (texts[firstLine] ?? '').slice(0, 5)));
  for (let line = 0; line < format.lineLengths.length; line++) {
    const strip = likely[firstLine + line] as LikelyClasses;
    const aligned = alignLine(strip, penalties[line] as Penalties);
    if (aligned === undefined) return undefined;
    slots.push(readSlots(columns[firstLine + line] as LineColumns, aligned));
    fit += aligned.logProb - strip.bestPath;
  }
  return { format, firstLine, fit, ...settleTwins(slots, penalties) };
}

function chargeLeftOver(format: Format, firstLine: number, texts: readonly string[]): number {
  const end = firstLine + format.lineLengths.length;
  const others = texts.filter((_, line) => line < firstLine || line >= end);
  const isAsLong = (text: string) => format.lineLengths.some((length) => Math.abs(text.length - length) <= sameLength);
  return others.reduce((sum, text) => sum + (isAsLong(text) ? leftOver.ofSameLength : leftOver.ofOtherLength), 0);
}
