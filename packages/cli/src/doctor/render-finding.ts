import { stripVTControlCharacters } from 'node:util';
import type { Finding } from './finding.ts';

const statusWidth = 'skipped'.length;
const checkWidth = 'data folder'.length;

/** A line for the finding, and one below for the advice. */
export function renderFinding({ status, check, detail, advice }: Finding): string {
  const line = `${status.padEnd(statusWidth)}  ${check.padEnd(checkWidth)}  ${detail}`;
  const text = advice === undefined ? line : `${line}\n${' '.repeat(statusWidth + checkWidth + 4)}${advice}`;
  // Paths and variables may hold what a terminal obeys.
  return text
    .split('\n')
    .map((part) => stripVTControlCharacters(part))
    .join('\n');
}
