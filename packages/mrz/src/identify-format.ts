import type { Format } from './formats/format.ts';
import { formats } from './generated/formats.ts';

/** How far a line may be from its length for the lines to be taken as a damaged copy of a format. */
const toleratedLength = 2;

/** Length of the longest head of the format that the lines begin with; 0 when none fits or an excluded head does. */
export function matchedHeadLength(format: Format, lines: readonly string[]): number {
  const line = lines[format.heads.line] ?? '';
  if (format.heads.except?.some((head) => line.startsWith(head))) return 0;
  let longest = 0;
  for (const head of format.heads.begin) if (head.length > longest && line.startsWith(head)) longest = head.length;
  return longest;
}

/** True when the document code of the lines is one that the format allows. */
export function matchesCode(format: Format, lines: readonly string[]): boolean {
  return matchedHeadLength(format, lines) > 0;
}

/**
 * The format of lines already in capital letters without blanks: the one whose line lengths fit and whose head fits best; failing that,
 * the general format of these lengths (the code is then unexpected); failing that, one whose head fits and whose lengths are almost right.
 */
export function identifyFormat(lines: readonly string[]): Format | undefined {
  const general = (format: Format): boolean => format.fallback === true && lengthError(format, lines) === 0;
  return bestHead(lines, 0) ?? formats.find(general) ?? bestHead(lines, toleratedLength);
}

function bestHead(lines: readonly string[], tolerated: number): Format | undefined {
  let best: Format | undefined;
  let bestRank = 0;
  for (const format of formats) {
    const error = lengthError(format, lines);
    if (error > tolerated) continue;
    const head = matchedHeadLength(format, lines);
    const rank = head === 0 ? 0 : head + 1 - error / (tolerated + 1);
    if (rank > bestRank) {
      best = format;
      bestRank = rank;
    }
  }
  return best;
}

/** The largest difference between a line's length and the format's; infinite when the number of lines differs. */
function lengthError(format: Format, lines: readonly string[]): number {
  if (lines.length !== format.lineLengths.length) return Number.POSITIVE_INFINITY;
  let error = 0;
  for (let line = 0; line < lines.length; line++) {
    error = Math.max(error, Math.abs((lines[line] as string).length - (format.lineLengths[line] as number)));
  }
  return error;
}
