import type { Issue } from '../issue.ts';

const maxLines = 10;
const maxLineLength = 100;

/**
 * The lines of a text: capitals, no blanks, no empty lines. Fillers printed `>` (Vietnam) become `<` where a text has no `<` at all.
 * Every change is reported. Text beyond ten lines of a hundred characters is dropped: no document has it.
 */
export function readLines(input: string | readonly string[], issues: Issue[]): string[] {
  const parts = typeof input === 'string' ? input.slice(0, 4 * maxLines * maxLineLength).split('\n') : input.slice(0, 4 * maxLines);
  const lines: string[] = [];
  for (const part of parts) {
    if (lines.length === maxLines) break;
    const line = readLine(part, lines.length, issues);
    if (line !== '') lines.push(line);
  }
  if (lines.some((line) => line.includes('>')) && !lines.some((line) => line.includes('<'))) {
    issues.push({ code: 'text.adjusted', line: 0, column: 0, length: 0, text: '>' });
    return lines.map((line) => line.replaceAll('>', '<'));
  }
  return lines;
}

function readLine(part: string, line: number, issues: Issue[]): string {
  if (typeof part !== 'string') return '';
  const raw = part.length > maxLineLength ? part.slice(0, maxLineLength) : part;
  if (isPlain(raw)) return raw;
  const trimmed = raw.trim();
  const cleaned = trimmed.replace(/\s+/g, '').toUpperCase().slice(0, maxLineLength);
  if (cleaned !== trimmed) issues.push({ code: 'text.adjusted', line, column: 0, length: cleaned.length, text: trimmed });
  return cleaned;
}

/** True when the text has neither small letters nor blanks nor anything outside ASCII. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code > 96) return false;
  }
  return true;
}
