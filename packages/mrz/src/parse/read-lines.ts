import type { Issue } from '../issue.ts';

const maxLines = 10;
const maxLineLength = 100;

/**
 * The lines of a text: capitals, no blanks, no empty lines. Fillers printed `>` (Vietnam) become
 * `<` where a text has no `<` at all. Every change is reported. Text beyond ten lines of a hundred
 * characters is dropped: no document has it.
 */
export function readLines(input: string | readonly string[], issues: Issue[]): string[] {
  const parts = typeof input === 'string' ? input.slice(0, 4 * maxLines * maxLineLength).split('\n') : input;
  const lines: string[] = [];
  let hasArrows = false;
  for (let index = 0; index < parts.length && index < 4 * maxLines && lines.length < maxLines; index++) {
    const part = parts[index] as string;
    const line = isPlain(part) ? part : cleanLine(part, lines.length, issues);
    if (line === '') continue;
    hasArrows ||= line.includes('>');
    lines.push(line);
  }
  if (!hasArrows || lines.some((line) => line.includes('<'))) return lines;
  issues.push({ code: 'text.adjusted', line: 0, column: 0, length: 0, text: '>' });
  return lines.map((line) => line.replaceAll('>', '<'));
}

function cleanLine(part: string, line: number, issues: Issue[]): string {
  if (typeof part !== 'string') return '';
  const trimmed = part.slice(0, maxLineLength).trim();
  const cleaned = trimmed.replace(/\s+/g, '').toUpperCase().slice(0, maxLineLength);
  if (cleaned !== trimmed) issues.push({ code: 'text.adjusted', line, column: 0, length: cleaned.length, text: trimmed });
  return cleaned;
}

/**
 * True for short text without small letters, blanks, `>` and anything outside ASCII: the usual
 * case, which needs no change.
 */
function isPlain(text: string): boolean {
  if (typeof text !== 'string' || text.length > maxLineLength) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code > 96 || code === 62) return false;
  }
  return true;
}
