import type { Issue } from '../issue.ts';
import { buildLine, type FittedLine, fitLine, fitStretch, type LineFit } from './fit-line.ts';
import { type LineLayout, type LineShape, lineLayouts } from './line-layout.ts';
import type { Candidate } from './rate-candidate.ts';
import { measure, type Stretch, type TextLine } from './text-line.ts';

/** Fewer characters in one string are less than the shortest names and a whole second line. */
const minSplitLength = 40;

/** Candidates whose lines are the first of some lines of the text. */
export function* listLineCandidates(source: string, lines: readonly TextLine[]): Generator<Candidate> {
  for (const layout of lineLayouts) {
    if (!mayFitLines(layout, lines)) continue;
    const taken = lines.slice(0, layout.lines.length);
    yield* listFits(source, layout, taken, (line, shape) => fitLine(line, shape), false);
  }
}

/** Candidates whose lines stand in one line of the text, from a word of it on. */
export function* listWordCandidates(source: string, line: TextLine, word: number): Generator<Candidate> {
  for (const layout of lineLayouts) {
    if (layout.lines.length < 2 || !mayFitWords(layout, line, word)) continue;
    const words = line.words.slice(word, word + layout.lines.length);
    const taken = words.map(() => line);
    yield* listFits(source, layout, taken, (_, shape, at) => fitStretch(line, words[at] as Stretch, shape), true);
  }
}

/** Candidates that are a stretch of a line, blanks left out, cut by the lengths of a layout. */
export function* listSplitCandidates(source: string, line: TextLine, stretch: Stretch): Generator<Candidate> {
  if (stretch.size < minSplitLength) return;
  let joined: TextLine | undefined;
  for (const layout of lineLayouts) {
    if (layout.lines.length < 2 || stretch.size > layout.length || !beginsLike(layout, 0, line, stretch)) continue;
    joined ??= joinCells(line, stretch);
    yield* split(source, joined, layout);
  }
}

type FitOf = (line: TextLine, shape: LineShape, at: number) => readonly LineFit[];

function* listFits(source: string, layout: LineLayout, taken: readonly TextLine[], fitOf: FitOf, isSplit: boolean): Generator<Candidate> {
  const fits: (readonly LineFit[])[] = [];
  for (let at = 0; at < layout.lines.length; at++) {
    const line = taken[at];
    const found = line === undefined ? [] : fitOf(line, layout.lines[at] as LineShape, at);
    // Where the length is no sign, the head must be one.
    const fitting = found.filter((fit) => fit.length === undefined || beginsLike(layout, at, line as TextLine, fit));
    if (fitting.length === 0) return;
    fits.push(fitting);
  }
  for (const combination of combine(fits)) {
    yield toCandidate(
      combination.map((fit, at) => buildLine(source, taken[at] as TextLine, fit)),
      isSplit,
    );
  }
}

/** Whether a line of a layout that has a head begins with one. */
function beginsLike({ heads }: LineLayout, at: number, { cells }: TextLine, { from }: Pick<LineFit, 'from'>): boolean {
  const own = heads[at];
  return own === undefined || own.some((head) => cells.startsWith(head, from));
}

/** A quick look at lengths and heads, which most text does not pass. */
function mayFitLines(layout: LineLayout, lines: readonly TextLine[]): boolean {
  for (let at = 0; at < layout.lines.length; at++) {
    const line = lines[at];
    if (line === undefined || !(line.words.length > 1 || line.inner !== line.whole || mayFit(layout, at, line, line.whole))) return false;
  }
  return true;
}

function mayFitWords(layout: LineLayout, line: TextLine, word: number): boolean {
  for (let at = 0; at < layout.lines.length; at++) {
    const stretch = line.words[word + at];
    if (stretch === undefined || !mayFit(layout, at, line, stretch)) return false;
  }
  return true;
}

function mayFit(layout: LineLayout, at: number, line: TextLine, stretch: Stretch): boolean {
  const { length, paddable } = layout.lines[at] as LineShape;
  const { size, blanks, doubles } = stretch;
  if (size - doubles > length) return false;
  const behind = line.cells.length - stretch.to;
  const isPadded = size < length && size + blanks !== length && size + blanks + behind !== length;
  return !isPadded || (size + blanks >= paddable && beginsLike(layout, at, line, stretch));
}

/** A stretch without blanks, every `«` as two cells. */
function joinCells(line: TextLine, { from, to }: Stretch): TextLine {
  let cells = '';
  const offsets: number[] = [];
  for (let at = from; at < to; at++) {
    const cell = line.cells.charAt(at);
    if (cell === ' ') continue;
    const text = cell === '«' ? '<<' : cell;
    cells += text;
    for (let count = 0; count < text.length; count++) offsets.push(line.offsets[at] as number);
  }
  offsets.push(line.offsets[to] as number);
  const whole = measure(cells, 0, cells.length);
  return { cells, offsets, whole, inner: whole, words: [] };
}

/** Where characters are missing, each line in turn may be the one that lost its fillers. */
function* split(source: string, line: TextLine, layout: LineLayout): Generator<Candidate> {
  const missing = layout.length - line.cells.length;
  for (let short = 0; short < layout.lines.length; short++) {
    if (missing > 0 && !isPaddable(layout.lines[short] as LineShape, missing)) continue;
    const parts: FittedLine[] = [];
    let from = 0;
    layout.lines.forEach(({ length }, index) => {
      const to = from + length - (index === short ? missing : 0);
      parts.push(buildLine(source, line, { from, to, length }));
      from = to;
    });
    yield toCandidate(parts, true);
    if (missing === 0) return;
  }
}

function isPaddable({ length, paddable }: LineShape, missing: number): boolean {
  return length - missing >= Math.max(1, paddable);
}

function combine(fits: readonly (readonly LineFit[])[]): LineFit[][] {
  let combinations: LineFit[][] = [[]];
  for (const ways of fits) combinations = combinations.flatMap((before) => ways.map((way) => [...before, way]));
  return combinations;
}

function toCandidate(parts: readonly FittedLine[], isSplit: boolean): Candidate {
  const lines = parts.map(({ text }) => text);
  const changes: Issue[] = parts.flatMap((part, line) => part.changes.map((change) => ({ ...change, line })));
  if (isSplit)
    for (let line = 1; line < lines.length; line++)
      changes.push({ code: 'line.split', line, column: 0, length: (lines[line] as string).length, text: '' });
  return { lines: withoutArrows(lines, changes), spans: parts.map(({ span }) => span), changes };
}

/** Fillers printed `>` (Vietnam) where a zone has no `<` at all. */
function withoutArrows(lines: string[], changes: Issue[]): string[] {
  if (!lines.some((line) => line.includes('>')) || lines.some((line) => line.includes('<'))) return lines;
  changes.push({ code: 'text.adjusted', line: 0, column: 0, length: 0, text: '>' });
  return lines.map((line) => line.replaceAll('>', '<'));
}
