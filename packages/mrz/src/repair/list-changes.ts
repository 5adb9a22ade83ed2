import { allowedCharacters } from '../allowed-characters.ts';
import type { Format, Span } from '../formats/format.ts';
import type { CheckResult } from '../run-checks.ts';
import { similarCharacters } from './similar-characters.ts';

/** One character replaced by a similar one that the format allows there. Counted from 0. */
export interface Change {
  readonly line: number;
  readonly column: number;
  readonly from: string;
  readonly to: string;
}

/** What a check digit covers, and its own place. */
export function placesOf({ over, position }: CheckResult): Span[] {
  return [...over, [position.line, position.column, position.column + 1]];
}

/** Every change of one character within stretches of the lines. */
export function listChanges(format: Format, lines: readonly string[], spans: readonly Span[]): Change[] {
  const head = (lines[format.heads.line] as string).slice(0, 5);
  const changes: Change[] = [];
  for (const [line, start, end] of spans) {
    for (let column = start; column < end; column++) {
      const from = (lines[line] as string).charAt(column);
      const allowed = allowedCharacters(format, line, column, head);
      for (const to of similarCharacters(from)) if (allowed.includes(to)) changes.push({ line, column, from, to });
    }
  }
  return changes;
}

/** Where a change's character is one that the format does not allow. */
export function isForeign(format: Format, lines: readonly string[], { line, column, from }: Change): boolean {
  return !allowedCharacters(format, line, column, (lines[format.heads.line] as string).slice(0, 5)).includes(from);
}

export function applyChanges(lines: readonly string[], changes: readonly Change[]): string[] {
  const changed = [...lines];
  for (const { line, column, to } of changes) {
    const text = changed[line] as string;
    changed[line] = text.slice(0, column) + to + text.slice(column + 1);
  }
  return changed;
}
