import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from './text-reading.ts';

/** Print that was read neither well nor hopelessly is worth another look. */
const doubtful = { least: 0.4, most: 0.93 };
/** Millimetres: small print is labels, which need not be exact. */
const minCap = 1.4;
const minCharacters = 3;
/** So many lines are looked at again, the most legible ones. */
const maxLines = 16;
/**
 * Accents, descenders and rules mislead the measure of a line: so much taller is tried, and lower
 * where that is no better.
 */
const heights = [1.14, 0.88];

/**
 * Lines that were read doubtfully, drawn a little smaller, or else larger, where the recogniser is
 * surer of that.
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
      return isDoubtful && text.trim().length >= minCharacters && line.baseLine - line.capTop >= minCap * scale;
    })
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, maxLines);
  const best = new Map<TextReading, TextReading>();
  for (const height of heights) {
    const tries = new Map(again.filter((reading) => !best.has(reading)).map((reading) => [withHeight(reading.line, height), reading]));
    for (const look of await read([...tries.keys()])) {
      const reading = tries.get(look.line)!;
      if (rate(look, reading) > rate(reading, reading)) best.set(reading, look);
    }
  }
  return readings.map((reading) => best.get(reading) ?? reading);
}

function withHeight(line: TextLine, height: number): TextLine {
  return { ...line, capTop: line.baseLine - (line.baseLine - line.capTop) * height };
}

/** Fewer characters than at first are a part of the line only. */
function rate({ confidence, text }: TextReading, first: TextReading): number {
  return confidence * Math.min(1, (text.trim().length + 1) / (first.text.trim().length + 1));
}
