import { characterValue } from '../alphabet.ts';
import type { Issue } from '../issue.ts';

const maxLines = 10;
const maxLineLength = 100;

export interface Lines {
  readonly lines: string[];
  /** Whether all their characters are those of machine readable zones. */
  readonly isInAlphabet: boolean;
}

/**
 * The lines of a text: capitals, no blanks, no empty lines. Fillers printed `>` (Vietnam) become
 * `<` where a text has no `<` at all. Every change is reported. Text beyond ten lines of a hundred
 * characters is dropped: no document has it.
 */
export function readLines(input: string | readonly string[], issues: Issue[]): Lines {
  const parts = typeof input === 'string' ? input.slice(0, 4 * maxLines * maxLineLength).split('\n') : input;
  const lines: string[] = [];
  let isInAlphabet = true;
  for (let index = 0; index < parts.length && index < 4 * maxLines && lines.length < maxLines; index++) {
    const part = parts[index] as string;
    const isPlainPart = isPlain(part);
    const line = isPlainPart ? part : cleanLine(part, lines.length, issues);
    if (line === '') continue;
    isInAlphabet &&= isPlainPart || isPlain(line);
    lines.push(line);
  }
  return isInAlphabet ? { lines, isInAlphabet } : replaceArrows(lines, issues);
}

function replaceArrows(lines: string[], issues: Issue[]): Lines {
  if (!lines.some((line) => line.includes('>')) || lines.some((line) => line.includes('<'))) return { lines, isInAlphabet: false };
  issues.push({ code: 'text.adjusted', line: 0, column: 0, length: 0, text: '>' });
  const replaced = lines.map((line) => line.replaceAll('>', '<'));
  return { lines: replaced, isInAlphabet: replaced.every(isPlain) };
}

function cleanLine(part: string, line: number, issues: Issue[]): string {
  if (typeof part !== 'string') return '';
  const trimmed = part.slice(0, maxLineLength).trim();
  const cleaned = trimmed.replace(/\s+/g, '').toUpperCase().slice(0, maxLineLength);
  if (cleaned !== trimmed) issues.push({ code: 'text.adjusted', line, column: 0, length: cleaned.length, text: trimmed });
  return cleaned;
}

/** True for short text in the alphabet of machine readable zones, which needs no change. */
function isPlain(text: string): boolean {
  if (typeof text !== 'string' || text.length > maxLineLength) return false;
  for (let at = 0; at < text.length; at++) if (characterValue(text.charCodeAt(at)) < 0) return false;
  return true;
}
