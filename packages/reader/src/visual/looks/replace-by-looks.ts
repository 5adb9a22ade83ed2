import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from '../recognise/text-reading.ts';

/**
 * Reads some lines once more, each cut otherwise, and takes what is better than at first.
 *
 * @param again which of the readings, each with the line to be read in its place
 * @param isBetter whether a look takes the place of what was read at first
 */
export async function replaceByLooks(
  readings: readonly TextReading[],
  again: readonly { readonly reading: TextReading; readonly line: TextLine }[],
  read: (lines: readonly TextLine[]) => Promise<TextReading[]>,
  isBetter: (look: TextReading, first: TextReading) => boolean,
): Promise<TextReading[]> {
  const firstOf = new Map(again.map(({ reading, line }) => [line, reading]));
  const better = new Map<TextReading, TextReading>();
  for (const look of await read([...firstOf.keys()])) {
    const first = firstOf.get(look.line)!;
    if (isBetter(look, first)) better.set(first, look);
  }
  return readings.map((reading) => better.get(reading) ?? reading);
}
