import type { FoundFields } from '../fields/find-fields.ts';
import { continues } from '../fields/lines/go-on.ts';
import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualKey } from '../visual-reading.ts';
import { agreeOnText, otherCuts } from './agree-on-text.ts';

/** What neither the zone nor a check digit proves, and no short list of words. */
const unproved: readonly VisualKey[] = ['address', 'place_of_birth', 'authority'];
/** Lines that are read more surely than this are read right, mostly. */
const doubtful = 0.93;
/** Less legible ones are texture, or the labels below a value. */
const minOfNext = 0.5;
/** So many lines are looked at, at most. */
const maxLines = 6;

/**
 * Lines of values that nothing proves and that are doubtful, read in several cuts: letters and
 * blanks that one of them shows otherwise are as most of them show them.
 *
 * @returns the readings with what the cuts agree on; the same array where that is what it was
 */
export async function readUnproved(
  { values, free }: FoundFields,
  readings: readonly TextReading[],
  read: (lines: readonly TextLine[]) => Promise<TextReading[]>,
): Promise<readonly TextReading[]> {
  const own = unproved.flatMap((key) => values[key]?.stretches.map(({ reading }) => reading) ?? []);
  const lines = new Set([...own, ...linesBelow(values, free)].map(({ line }) => line));
  const first = readings.filter(({ line, confidence }) => confidence < doubtful && lines.has(line)).slice(0, maxLines);
  if (first.length === 0) return readings;
  const cuts = first.map(({ line }) => otherCuts(line));
  const looks = new Map((await read(cuts.flat())).map((look) => [look.line, look]));
  const agreed = new Map(
    first.map((reading, index) => [reading, agreeOnText([reading, ...cuts[index]!.flatMap((cut) => looks.get(cut) ?? [])])]),
  );
  return first.some((reading) => agreed.get(reading) !== reading) ? readings.map((reading) => agreed.get(reading) ?? reading) : readings;
}

/** Lines that a value may go on on, had they been read more surely. */
function linesBelow(values: FoundFields['values'], free: readonly TextReading[]): TextReading[] {
  return unproved.flatMap((key) => {
    const last = values[key]?.stretches.at(-1)?.reading;
    return last ? free.filter((reading) => reading.confidence >= minOfNext && continues(last, reading)) : [];
  });
}
