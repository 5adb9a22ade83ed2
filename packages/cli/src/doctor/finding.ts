import { stripVTControlCharacters } from 'node:util';

/** What one check of `ocr-web doctor` found. */
export type Finding = {
  readonly check: string;
  /**
   * `warning` is worth knowing and keeps nothing from working; `skipped` could not be checked, and
   * `detail` says why.
   */
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly detail: string;
  /** What to do about it; with warnings and failures. */
  readonly advice?: string;
};

const statusWidth = 'skipped'.length;
const checkWidth = 'data folder'.length;

/** A line for the finding, and one below it for the advice. */
export function renderFinding({ status, check, detail, advice }: Finding): string {
  const line = `${status.padEnd(statusWidth)}  ${check.padEnd(checkWidth)}  ${detail}`;
  const text = advice === undefined ? line : `${line}\n${' '.repeat(statusWidth + checkWidth + 4)}${advice}`;
  // Paths and variables may contain control sequences for the terminal.
  return text
    .split('\n')
    .map((part) => stripVTControlCharacters(part))
    .join('\n');
}
