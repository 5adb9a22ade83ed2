import type { Format } from '@ocr-web/mrz';
import type { LineScorer } from '../../align/line-scorer.ts';

/** Old and home-made layouts leave out so many characters of a line at most. */
const maxMissing = 4;
/** Lines of one document end so close to each other, as a share of their length. */
const maxRaggedness = 0.04;

const known = new Map<string, Format>();

/**
 * The format with lines as short as they are read, for documents whose lines are no standard's: old
 * cards print 34 or 35 characters, passports 42, cards of some issuers 28. What lies beyond an end
 * is not printed. A line that lost its end in a shadow or a reflection ends before the others do.
 *
 * @returns undefined unless lines are shorter than the format's and all end together; the same
 *   object for the same lengths
 */
export function shortenFormat(format: Format, lines: readonly LineScorer[]): Format | undefined {
  if (format.exactLengths || lines.length < 2) return undefined;
  const lengths = lines.map(({ text }, line) => Math.min(text.length, format.lineLengths[line]!));
  const missing = lengths.map((length, line) => format.lineLengths[line]! - length);
  if (missing.every((count) => count === 0) || missing.some((count) => count > maxMissing) || !endTogether(lines)) return undefined;
  const key = `${format.name} ${lengths.join()}`;
  const shortened = known.get(key) ?? { ...format, lineLengths: lengths };
  known.set(key, shortened);
  return shortened;
}

function endTogether(lines: readonly LineScorer[]): boolean {
  const ends = lines.map(({ end }) => end);
  return Math.max(...ends) - Math.min(...ends) <= maxRaggedness * Math.max(...ends);
}
