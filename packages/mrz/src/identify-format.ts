import type { Format } from './formats/format.ts';
import { documentCodes } from './generated/document-codes.ts';
import { formats } from './generated/formats.ts';

/**
 * How far a line may be from its length for the lines to be taken as a damaged copy of a format.
 */
const toleratedLength = 2;

/**
 * Length of the longest head of the format that the lines begin with; 0 when none fits or an
 * excluded head does.
 */
export function matchedHeadLength(format: Format, lines: readonly string[]): number {
  const line = lines[format.heads.line] ?? '';
  const { begin, except } = format.heads;
  if (except !== undefined) for (const head of except) if (line.startsWith(head)) return 0;
  let longest = 0;
  for (const head of begin) if (head.length > longest && line.startsWith(head)) longest = head.length;
  return longest;
}

/**
 * True when the document code of the lines is one that the format allows, or one that is known to
 * be printed on its documents all the same.
 */
export function matchesCode(format: Format, lines: readonly string[]): boolean {
  return matchedHeadLength(format, lines) > 0 || isListedCode(format, lines[format.heads.line] ?? '');
}

/**
 * True for a line that begins with a code of the table of codes beside the standard.
 * @param head at least the document code and the issuer, five characters such as `RPEST`.
 */
export function isListedCode(format: Format, head: string): boolean {
  const issuer = head.slice(2, 5).replaceAll('<', '');
  return documentCodes.some(
    (row) => row.format === format.name && head.startsWith(row.code) && (row.issuer === '*' || row.issuer === issuer),
  );
}

/**
 * The format of lines already in capital letters without blanks: the one whose line lengths fit and
 * whose head fits best; failing that, the general format of these lengths (the code is then
 * unexpected); failing that, one whose head fits and whose lengths are almost right.
 */
export function identifyFormat(lines: readonly string[]): Format | undefined {
  let best: Format | undefined;
  let bestRank = 0;
  let general: Format | undefined;
  for (const format of formats) {
    if (format.lineLengths.length !== lines.length) continue;
    const error = lengthError(format, lines);
    if (error > (format.exactLengths ? 0 : toleratedLength)) continue;
    if (error === 0 && format.fallback === true) general = format;
    const rank = rankOf(matchedHeadLength(format, lines), error);
    if (rank > bestRank) {
      best = format;
      bestRank = rank;
    }
  }
  return bestRank > exactLengths ? best : (general ?? best);
}

/**
 * Ranks above this have the right lengths; there, the longer head wins. Below, the smaller
 * difference in length does.
 */
const exactLengths = 100;

function rankOf(headLength: number, error: number): number {
  if (headLength === 0) return 0;
  return headLength + (error === 0 ? exactLengths : 10 * (toleratedLength - error));
}

/**
 * The largest difference between a line's length and the format's; both have the same number of
 * lines.
 */
function lengthError(format: Format, lines: readonly string[]): number {
  let error = 0;
  for (let line = 0; line < lines.length; line++) {
    const difference = Math.abs((lines[line] as string).length - (format.lineLengths[line] as number));
    if (difference > error) error = difference;
  }
  return error;
}
