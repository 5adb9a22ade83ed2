import { readCountry } from '../country.ts';
import type { Format } from '../formats/format.ts';
import { identifyFormat, matchedHeadLength } from '../identify-format.ts';
import type { Issue, IssueCode } from '../issue.ts';
import { findNationalRule } from '../national/find-national-rule.ts';
import { findTextIssues } from '../parse/find-issues.ts';
import { runChecks } from '../run-checks.ts';

/** Lines that may be a zone, and what was changed to get them. */
export interface Candidate {
  readonly lines: readonly string[];
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly changes: readonly Issue[];
}

export interface RatedCandidate extends Candidate {
  readonly format: Format;
  /** Smaller is better. */
  readonly cost: number;
}

/** More characters than these out of place are no zone, however its digits come out. */
const maxOddCharacters = 3;
/** Holding digits that tell a zone without a head that the format knows. */
const minChecksWithoutHead = 3;
/** A head this long (code and issuer) tells a format that prints no digits. */
const minHeadWithoutChecks = 5;
const costs = { failed: 4, odd: 2, head: 3 } as const;
/** Only between readings that the digits agree with equally: what is more seldom costs more. */
const changeCosts: Readonly<Partial<Record<IssueCode, number>>> = {
  'text.adjusted': 0.01,
  'line.split': 0.01,
  'character.replaced': 0.01,
  'filler.restored': 0.1,
  'line.padded': 0.2,
};
/** A blank within a line that lost its fillers is rather a filler than nothing. */
const lostBlankCost = 0.3;
/** Of two lengths that a line may be padded to, the nearer. */
const paddedCharacterCost = 0.001;

/**
 * How well lines agree with the best format of their lengths: heads, allowed characters and check
 * digits; undefined where they do not. Changed lines must be borne out by as many digits as speak
 * against them (of one wrong character, two do); lines that stand in the text as they are may be a
 * damaged zone.
 */
export function rateCandidate(candidate: Candidate): RatedCandidate | undefined {
  const { lines, changes } = candidate;
  const format = identifyFormat(lines);
  if (
    format === undefined ||
    !hasItsLengths(format, lines) ||
    !fitsMasks(format, lines, changes) ||
    !isPlausiblyPadded(format, lines, changes)
  )
    return undefined;
  const head = matchedHeadLength(format, lines);
  const odd = countOddCharacters(format, lines);
  if (odd > maxOddCharacters) return undefined;
  const checks = runChecks(format, lines);
  const held = checks.filter(({ holds }) => holds === true).length;
  const failed = checks.filter(({ holds }) => holds === false).length;
  const isBorneOut = (held > failed || (held === failed && held > 1)) && (head > 0 || held >= minChecksWithoutHead);
  if (!isBorneOut && !(head > 0 && isLikelyWithoutChecks(format, lines, changes, head, odd))) return undefined;
  const cost = costs.failed * failed + costs.odd * odd + (head > 0 ? 0 : costs.head) - held + costOfChanges(changes);
  return { ...candidate, format, cost };
}

/** A line of another format's length beside one of this format's is chance. */
function hasItsLengths({ lineLengths }: Format, lines: readonly string[]): boolean {
  return lines.every((line, index) => line.length === lineLengths[index]);
}

function costOfChanges(changes: readonly Issue[]): number {
  const codes = new Set(changes.map(({ code }) => code));
  let cost = 0;
  for (const code of codes) cost += changeCosts[code] ?? 0;
  for (const { code, length, line } of changes) {
    if (code !== 'line.padded') continue;
    cost += paddedCharacterCost * length;
    if (changes.some((other) => other.line === line && other.code === 'text.adjusted')) cost += lostBlankCost;
  }
  return cost;
}

/** Code and layout tell it although no digit does, because none is printed or it was misread. */
function isLikelyWithoutChecks(format: Format, lines: readonly string[], changes: readonly Issue[], head: number, odd: number): boolean {
  if (format.checks.length === 0) return head >= minHeadWithoutChecks && odd === 0;
  const isAsItStands = !changes.some(({ code }) => code === 'line.padded' || code === 'filler.restored' || code === 'line.split');
  return isAsItStands && format.fields.some(({ kind }) => kind === 'date') && lines.some((line) => line.includes('<'));
}

/**
 * Whether a padded line shows more than a heading such as "PASSPORT" above a second line would: its
 * issuer is known, and its names hold a filler that is printed, or two.
 */
function isPlausiblyPadded(format: Format, lines: readonly string[], changes: readonly Issue[]): boolean {
  return changes.every(({ code, line, column }) => {
    if (code !== 'line.padded') return true;
    const text = (lines[line] as string).slice(0, column);
    const issuer = format.fields.find((field) => field.field === 'issuer' && field.line === line);
    if (issuer !== undefined && readCountry(text.slice(issuer.start, issuer.end).replaceAll('<', ''))?.kind === undefined) return false;
    if (!format.fields.some(({ field, line: at }) => field === 'names' && at === line) || text.includes('<<')) return true;
    const restored = changes.filter((change) => change.line === line && change.code === 'filler.restored');
    return text.split('<').length - 1 > restored.reduce((sum, { length }) => sum + length, 0);
  });
}

/** Far too many characters out of place end the comparison early; padding must be allowed whole. */
function fitsMasks(format: Format, lines: readonly string[], changes: readonly Issue[]): boolean {
  for (const { code, line, column, length } of changes) {
    if (code !== 'line.padded') continue;
    for (let at = column; at < column + length; at++) if (!format.alphabets[line]?.[at]?.includes('<')) return false;
  }
  // Names with digits (Russia) are out of place before their national rule is asked.
  let left = 24;
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line] as string;
    const mask = format.masks[line] as Uint8Array;
    for (let column = 0; column < text.length; column++) {
      const code = text.charCodeAt(column);
      if ((code > 127 || mask[128 * column + code] !== 1) && --left < 0) return false;
    }
  }
  return true;
}

function countOddCharacters(format: Format, lines: readonly string[]): number {
  const textOf = (name: string): string => {
    const field = format.fields.find((one) => one.field === name);
    return field === undefined ? '' : (lines[field.line] as string).slice(field.start, field.end);
  };
  const issuer = format.implied?.issuer ?? textOf('issuer').replaceAll('<', '');
  const issues: Issue[] = [];
  findTextIssues(format, lines, findNationalRule(format.name, textOf('code'), issuer), issues);
  return issues.filter(({ code }) => code === 'character.foreign' || code === 'character.unexpected').length;
}
