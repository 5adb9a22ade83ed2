import { characterValue } from '../alphabet.ts';

/**
 * A line of a text, its characters brought nearer to those of a machine readable zone: capitals,
 * `<` for what other engines write in its place, one blank for every kind of blank, nothing for
 * characters of no width. `«` stays, because it may stand for one filler or two.
 */
export interface TextLine {
  readonly cells: string;
  /** Where each cell and the end stand in the text, in UTF-16 code units. */
  readonly offsets: readonly number[];
  /** The line without the blanks around it. */
  readonly whole: Stretch;
  /** From the first word to the end of the last; undefined without words. */
  readonly inner: Stretch | undefined;
  /** Stretches without blanks and without characters that no zone has. */
  readonly words: readonly Stretch[];
}

/** Cells of a line from one to before another, and how many of them are blanks and `«`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly blanks: number;
  readonly doubles: number;
  /** Characters without blanks, two for each `«`. */
  readonly size: number;
}

/** Longer lines are not searched: no page prints one, and no zone is longer than 90 characters. */
const maxLineLength = 2000;

const noWidth = /^\p{Default_Ignorable_Code_Point}$/u;
const fillerSigns: ReadonlySet<string> = new Set('_‹⟨〈＜﹤˂❮');
const doubleFillerSigns: ReadonlySet<string> = new Set('«《≪⟪');
/** The filler as a page's source writes it. */
const entity = '&lt;';

/** Lines of a text that hold anything, in order; each reads as much text as it has characters. */
export function* readTextLines(text: string): Generator<TextLine, void, undefined> {
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
    if (end > start && end - start <= maxLineLength) {
      const line = readLine(text, start, end);
      if (line !== undefined) yield line;
    }
    start = end + 1;
  }
}

/** UAX #14: LF, VT, FF, CR, NEL, LS and PS end a line. Between CR and LF stands an empty one. */
function isLineBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

function readLine(text: string, start: number, end: number): TextLine | undefined {
  let cells = '';
  const offsets: number[] = [];
  for (let at = start; at < end; ) {
    const source = sourceAt(text, at);
    const cell = cellOf(source);
    if (cell !== '') {
      cells += cell;
      offsets.push(at);
    }
    at += source.length;
  }
  const trimmed = cells.trimEnd();
  if (trimmed === '') return undefined;
  offsets.push(end);
  const whole = measure(cells, cells.length - cells.trimStart().length, trimmed.length);
  const words = findWords(cells);
  return { cells, offsets, whole, inner: innerOf(cells, whole, words), words };
}

/** The character at a place: an entity, a pair of surrogates or one code unit. */
export function sourceAt(text: string, at: number): string {
  if (text.charCodeAt(at) === 38 && text.startsWith(entity, at)) return entity;
  return String.fromCodePoint(text.codePointAt(at) as number);
}

function cellOf(source: string): string {
  const code = source.charCodeAt(0);
  if ((code > 47 && code < 58) || (code > 64 && code < 91)) return source;
  if (code > 96 && code < 123) return source.toUpperCase();
  if (code < 128) return source === entity || source === '_' ? '<' : code <= 32 ? ' ' : source;
  if (fillerSigns.has(source)) return '<';
  if (doubleFillerSigns.has(source)) return '«';
  if (code > 0xff00 && code < 0xff5f) return cellOf(String.fromCharCode(code - 0xfee0));
  if (noWidth.test(source)) return '';
  if (source.trim() === '') return ' ';
  return source.length === 1 ? source : '\ufffd';
}

export function measure(cells: string, from: number, to: number): Stretch {
  let [blanks, doubles] = [0, 0];
  for (let at = from; at < to; at++) {
    const code = cells.charCodeAt(at);
    if (code === 32) blanks++;
    else if (code === 171) doubles++;
  }
  return { from, to, blanks, doubles, size: to - from - blanks + doubles };
}

function innerOf(cells: string, whole: Stretch, words: readonly Stretch[]): Stretch | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return first.from === whole.from && last.to === whole.to ? whole : measure(cells, first.from, last.to);
}

function findWords(cells: string): Stretch[] {
  const words: Stretch[] = [];
  let start = -1;
  for (let at = 0; at <= cells.length; at++) {
    const code = at < cells.length ? cells.charCodeAt(at) : 32;
    const isWithin = characterValue(code) >= 0 || code === 62 || code === 171;
    if (isWithin && start < 0) start = at;
    if (isWithin || start < 0) continue;
    words.push(measure(cells, start, at));
    start = -1;
  }
  return words;
}
