import type { Issue } from '../issue.ts';
import type { LineShape } from './line-layout.ts';
import { type Stretch, sourceAt, type TextLine } from './text-line.ts';

/** A line of a zone made of a stretch of text, with all that was changed. */
export interface FittedLine {
  readonly text: string;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly span: readonly [start: number, end: number];
  /** Their line is 0. */
  readonly changes: readonly Issue[];
}

/** One way to make a line of a stretch. */
export interface LineFit {
  readonly from: number;
  readonly to: number;
  /** Blanks become fillers; otherwise they are left out. */
  readonly isFilled?: boolean;
  /** `«` becomes one filler instead of two. */
  readonly isSingle?: boolean;
  /** The length up to which the line is padded. */
  readonly length?: number;
}

const maxWordFits = 2;

/**
 * The ways to read a line of a text as a line of a format: those of its whole, those without signs
 * around it such as quotes and bullets, and one word of it that has the length.
 */
export function fitLine(line: TextLine, shape: LineShape): LineFit[] {
  const { whole, inner, words } = line;
  const fits = fitStretch(line, whole, shape);
  if (inner === whole) return words.length < 2 ? fits : [...fits, ...fitWords(line, shape)];
  // Signs at the ends are no part of a line that has to be padded.
  const exact = fits.filter(({ length }) => length === undefined);
  return [...exact, ...(inner === undefined ? [] : fitStretch(line, inner, shape)), ...fitWords(line, shape)];
}

function fitWords({ words, inner }: TextLine, { length }: LineShape): Stretch[] {
  return words
    .filter((word) => word.size === length && word.doubles === 0 && word.to - word.from !== (inner?.size ?? 0))
    .slice(0, maxWordFits);
}

/**
 * The ways to read a stretch as a line of a format, the likeliest first: as it is, blanks left out;
 * with every blank read as the filler that gives the length; padded where the format may print
 * fillers up to the end.
 */
export function fitStretch({ cells }: TextLine, stretch: Stretch, { length, paddable }: LineShape): LineFit[] {
  const { from, to, blanks, doubles, size } = stretch;
  const missing = length - size;
  if (missing === 0) return [{ from, to }];
  if (missing < 0) return missing === -doubles ? [{ from, to, isSingle: true }] : [];
  if (missing === blanks) return [{ from, to, isFilled: true }];
  if (missing === blanks + cells.length - to && cells.slice(to).trim() === '') return [{ from, to: cells.length, isFilled: true }];
  const fits: LineFit[] = [];
  if (blanks > 0 && missing > blanks && size + blanks >= paddable) fits.push({ from, to, isFilled: true, length });
  if (size >= paddable) fits.push({ from, to, length });
  return fits;
}

/** Writes the line and lists what was changed. */
export function buildLine(source: string, line: TextLine, fit: LineFit): FittedLine {
  const start = line.offsets[fit.from] as number;
  const cells = line.cells.slice(fit.from, fit.to);
  const isPlain = source.startsWith(cells, start) && !cells.includes(' ') && !cells.includes('«');
  const written = isPlain ? { text: cells, span: [start, start + cells.length] as const, changes: [] } : rewrite(source, line, fit);
  const missing = (fit.length ?? 0) - written.text.length;
  if (missing <= 0) return written;
  const padded: Issue = { code: 'line.padded', line: 0, column: written.text.length, length: missing, text: '' };
  return { text: written.text + '<'.repeat(missing), span: written.span, changes: [...written.changes, padded] };
}

function rewrite(source: string, { cells, offsets }: TextLine, fit: LineFit): FittedLine {
  const changes: Issue[] = [];
  const begin = offsets[fit.from] as number;
  let [text, end, isAdjusted] = ['', begin, false];
  for (let at = fit.from; at < fit.to; at++) {
    const offset = offsets[at] as number;
    const cell = cells.charAt(at);
    const printed = sourceAt(source, offset);
    const written = writeCell(cell, fit);
    if (written !== printed && written.startsWith('<')) {
      addChange(changes, cell === ' ' ? 'filler.restored' : 'character.replaced', text.length, written.length, printed);
    } else isAdjusted ||= written !== printed;
    isAdjusted ||= offset > end;
    end = offset + printed.length;
    text += written;
  }
  const span = [begin, end] as const;
  if (isAdjusted) changes.unshift({ code: 'text.adjusted', line: 0, column: 0, length: text.length, text: source.slice(...span) });
  return { text, span, changes };
}

function writeCell(cell: string, { isFilled, isSingle }: LineFit): string {
  if (cell === ' ') return isFilled ? '<' : '';
  return cell === '«' ? (isSingle ? '<' : '<<') : cell;
}

/** Adds a change, or lengthens the last one where it goes on. */
function addChange(changes: Issue[], code: Issue['code'], column: number, length: number, text: string): void {
  const last = changes.at(-1);
  if (last?.code !== code || last.column + last.length !== column) changes.push({ code, line: 0, column, length, text });
  else changes[changes.length - 1] = { ...last, length: last.length + length, text: last.text + text };
}
