import type { Format } from '../formats/format.ts';
import { identifyFormat } from '../identify-format.ts';
import type { Issue } from '../issue.ts';
import { findZones, type TextZone } from '../text/find-mrz.ts';
import { readLines } from './read-lines.ts';

/** Lines, or a text that holds a zone, or a zone that `findMrz` found in one. */
export type MrzInput = string | readonly string[] | Pick<TextZone, 'lines' | 'issues'>;

export interface InputLines {
  readonly lines: readonly string[];
  readonly format: Format | undefined;
  readonly issues: Issue[];
}

/**
 * As much text as is searched for a zone where only one is wanted; it takes less than a
 * millisecond.
 */
const maxSearched = 4000;
const maxSearchedLines = 40;

/**
 * The lines of a zone. Lines that have the size of a format and hold nothing foreign are taken as
 * they are; in other text the first zone that is found counts, and failing that the lines again.
 */
export function readInput(input: MrzInput, keepLines: boolean): InputLines {
  if (isZone(input)) return { lines: input.lines, format: identifyFormat(input.lines), issues: [...input.issues] };
  const issues: Issue[] = [];
  const { lines, isInAlphabet } = readLines(input, issues);
  const format = identifyFormat(lines);
  if (keepLines || (isInAlphabet && hasLengths(format, lines))) return { lines, format, issues };
  const [zone] = findZones(searchedText(input));
  return zone === undefined
    ? { lines, format, issues }
    : { lines: zone.lines, format: identifyFormat(zone.lines), issues: [...zone.issues] };
}

function isZone(input: MrzInput): input is Pick<TextZone, 'lines' | 'issues'> {
  return typeof input !== 'string' && 'issues' in input;
}

function searchedText(input: string | readonly string[]): string {
  if (typeof input === 'string') return input.slice(0, maxSearched);
  const texts = input.slice(0, maxSearchedLines).filter((part) => typeof part === 'string');
  return texts
    .map((part) => part.slice(0, maxSearched))
    .join('\n')
    .slice(0, maxSearched);
}

function hasLengths(format: Format | undefined, lines: readonly string[]): boolean {
  if (format === undefined) return false;
  for (let line = 0; line < lines.length; line++) if ((lines[line] as string).length !== format.lineLengths[line]) return false;
  return true;
}
