import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from './text-reading.ts';

/** Print that was read neither well nor hopelessly is worth another look. */
const doubtful = { least: 0.4, most: 0.93 };
/** Millimetres: small print is labels, which need not be exact. */
const minCap = 1.4;
const minCharacters = 3;
/** So many lines are looked at again, the most legible ones. */
const maxLines = 24;
/**
 * Accents, descenders and rules mislead the measure of a line: so much taller and lower is tried.
 */
const heights = [1.14, 0.88];

/**
 * Lines that were read doubtfully, drawn a little larger and smaller; of all looks at a line the
 * one that the recogniser is most sure of counts.
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
  const tries = again.flatMap((reading) => heights.map((height) => ({ reading, line: withHeight(reading.line, height) })));
  const readingOf = new Map(tries.map(({ reading, line }) => [line, reading]));
  const looks = new Map<TextReading, TextReading[]>(again.map((reading) => [reading, []]));
  for (const look of await read(tries.map(({ line }) => line))) looks.get(readingOf.get(look.line)!)?.push(look);
  return readings.map((reading) => {
    const own = looks.get(reading) ?? [];
    return own.reduce((best, look) => (rate(look, reading) > rate(best, reading) ? look : best), reading);
  });
}

function withHeight(line: TextLine, height: number): TextLine {
  return { ...line, capTop: line.baseLine - (line.baseLine - line.capTop) * height };
}

/** Fewer characters than at first are a part of the line only. */
function rate({ confidence, text }: TextReading, first: TextReading): number {
  return confidence * Math.min(1, (text.trim().length + 1) / (first.text.trim().length + 1));
}
