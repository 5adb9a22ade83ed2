import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import { replaceByLooks } from './replace-by-looks.ts';

/** Print that was read neither well nor hopelessly is worth another look. */
const doubtful = { least: 0.4, most: 0.9 };
/** Millimetres: small print is labels, which need not be exact. */
const minCap = 1.4;
const minCharacters = 3;
/** So are lines of small letters: of a value's letters and digits this share is capitals. */
const minCapitals = 0.5;
/** So many lines are looked at again, the most legible ones. */
const maxLines = 16;
/** Accents mislead the measure of a line, which is then taken for lower than it is. */
const accentRoom = 1.14;

/**
 * Lines that were read doubtfully, drawn a little smaller where the recogniser is surer of that.
 *
 * @param scale pixels of the flat page for each millimetre
 */
export async function readAgain(
  readings: readonly TextReading[],
  scale: number,
  read: (lines: readonly TextLine[]) => Promise<TextReading[]>,
): Promise<TextReading[]> {
  const again = readings
    .filter(({ line, text, confidence }) => {
      const isDoubtful = confidence > doubtful.least && confidence < doubtful.most;
      return isDoubtful && text.trim().length >= minCharacters && line.baseLine - line.capTop >= minCap * scale && capitalsPrevail(text);
    })
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, maxLines);
  const taller = again.map((reading) => ({ reading, line: withTallerCapitals(reading.line) }));
  return await replaceByLooks(readings, taller, read, (look, first) => rate(look, first) > rate(first, first));
}

/** Whether a line is set as values are: labels have small letters, mostly. */
export function capitalsPrevail(text: string): boolean {
  const letters = text.match(/[\p{L}\d]/gu) ?? [];
  return letters.filter((letter) => /[\p{Lu}\d]/u.test(letter)).length >= minCapitals * letters.length;
}

function withTallerCapitals(line: TextLine): TextLine {
  return { ...line, capTop: line.baseLine - (line.baseLine - line.capTop) * accentRoom };
}

/** Fewer characters than at first are a part of the line only. */
function rate({ confidence, text }: TextReading, first: TextReading): number {
  return confidence * Math.min(1, (text.trim().length + 1) / (first.text.trim().length + 1));
}
