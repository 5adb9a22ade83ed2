import type { FormatName } from '../generated/format-name.ts';
import type { Issue } from '../issue.ts';
import { lineLayouts } from './line-layout.ts';
import { listLineCandidates, listSplitCandidates, listWordCandidates } from './list-candidates.ts';
import { type Candidate, type RatedCandidate, rateCandidate } from './rate-candidate.ts';
import { readTextLines, type Stretch, type TextLine } from './text-line.ts';

/** A machine readable zone that stands in a text. `parseMrz` takes it. */
export interface TextZone {
  readonly format: FormatName;
  /** Its lines as the format writes them. */
  readonly lines: readonly string[];
  /** Where each line stands in the text, in UTF-16 code units. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  /**
   * What was changed to get the lines, each with its place in them. Empty for well-formed lines.
   */
  readonly issues: readonly Issue[];
}

/** Text beyond is not searched. */
const maxTextLength = 1_000_000;
const maxLines = /* @__PURE__ */ Math.max(...lineLayouts.map(({ lines }) => lines.length));

/**
 * Every machine readable zone in a text, in order: whatever the line ends and the text around it,
 * several in a row, one string or words instead of lines, fillers lost at line ends or written as
 * blanks, `_` or `«`. Each change is an issue of its zone. A way to read lines is taken only where
 * code, layout and check digits agree with it, and better than with any other. Takes time linear in
 * the text; lines of more than 2,000 characters and text beyond a million are not searched.
 */
export function findMrz(text: string): TextZone[] {
  return [...findZones(text.slice(0, maxTextLength))];
}

/** The same, one after the other and without the limit. Holds no more lines than a zone has. */
export function* findZones(text: string): Generator<TextZone, void, undefined> {
  const reader = readTextLines(text);
  const window: TextLine[] = [];
  for (fill(window, reader); window.length > 0; fill(window, reader)) {
    const { zones, lines } = findAtStart(text, window);
    for (const zone of zones) yield toZone(zone);
    window.splice(0, lines);
  }
}

function fill(window: TextLine[], reader: Generator<TextLine, void, undefined>): void {
  while (window.length < maxLines) {
    const next = reader.next();
    if (next.done) return;
    window.push(next.value);
  }
}

/** The zones that begin in the first of some lines, and how many lines are done with. */
function findAtStart(text: string, window: readonly TextLine[]): { zones: readonly RatedCandidate[]; lines: number } {
  const [line] = window;
  if (line === undefined) return { zones: [], lines: 0 };
  const zone = findBest(listLineCandidates(text, window));
  const within = findWithinLine(text, line);
  const [first] = within;
  if (zone === undefined || (first !== undefined && first.cost < zone.cost)) return { zones: within, lines: 1 };
  return { zones: [zone], lines: zone.lines.length };
}

/** Zones of which all lines stand in one line of the text: words, one word, or the whole line. */
function findWithinLine(text: string, line: TextLine): RatedCandidate[] {
  const zones: RatedCandidate[] = [];
  for (let word = 0; word < line.words.length; ) {
    const several = findBest(listWordCandidates(text, line, word));
    const zone = several ?? findBest(listSplitCandidates(text, line, line.words[word] as Stretch));
    if (zone !== undefined) zones.push(zone);
    word += several?.lines.length ?? 1;
  }
  if (zones.length > 0 || line.words.length < 2) return zones;
  const zone = findBest(listSplitCandidates(text, line, line.whole));
  return zone === undefined ? [] : [zone];
}

/** The candidate that agrees best; none where two that say different things agree equally well. */
function findBest(candidates: Iterable<Candidate>): RatedCandidate | undefined {
  let best: RatedCandidate | undefined;
  let isTied = false;
  for (const candidate of candidates) {
    const rated = rateCandidate(candidate);
    if (rated === undefined || (best !== undefined && rated.cost > best.cost)) continue;
    isTied = best !== undefined && rated.cost === best.cost && rated.lines.join() !== best.lines.join();
    best = rated;
  }
  return isTied ? undefined : best;
}

function toZone({ format, lines, spans, changes }: RatedCandidate): TextZone {
  return { format: format.name, lines, spans, issues: changes };
}
