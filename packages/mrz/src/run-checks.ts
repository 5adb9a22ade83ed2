import { filler } from './alphabet.ts';
import { computeCheckDigitOver } from './check-digit.ts';
import type { Check, CheckName, FieldName, Format, Span } from './formats/format.ts';
import { beginsWithNationalNumber } from './national/find-national-number.ts';

/** The outcome of one check digit. */
export interface CheckResult {
  readonly name: CheckName;
  /** The field that the digit proves by itself; undefined for a composite. */
  readonly field: FieldName | undefined;
  /**
   * `not printed` where there is nothing to check and the digit is 0 or left out, where the line
   * ends before it, and where the document prints a filler in its place.
   */
  readonly holds: boolean | 'not printed';
  /** Where the digit stands, counted from 0. */
  readonly position: { readonly line: number; readonly column: number };
  readonly over: readonly Span[];
  /** The character printed there; empty when the line ends before. */
  readonly printed: string;
  /** The digit that belongs there; undefined when a covered character is missing or foreign. */
  readonly expected: number | undefined;
}

/**
 * Where a check's digit stands in given lines and what it covers, long numbers followed into the
 * optional data.
 */
export interface PlacedCheck {
  readonly check: Check;
  readonly position: { readonly line: number; readonly column: number };
  readonly over: readonly Span[];
  /** A second reading that issuers use; the digit holds when either does. */
  readonly variant?: readonly Span[];
  /** True where the document prints no digit though there is something to check. */
  readonly missing?: true;
}

/**
 * Computes every check digit of a format over lines. A digit that is printed does not hold where a
 * line of what it covers is too short.
 */
export function runChecks(format: Format, lines: readonly string[]): CheckResult[] {
  const results: CheckResult[] = [];
  for (const check of format.checks) results.push(runCheck(format, check, lines));
  return results;
}

/**
 * Places a check: as the table says, or, where the digit's position holds `<` and the number runs
 * on, behind the rest of the number. What begins with a national number that proves itself is not
 * the rest of one: Estonian cards, for one, print `<` for the digit and the personal code behind
 * it.
 */
export function placeCheck(format: Format, check: Check, lines: readonly string[]): PlacedCheck {
  const { position, over, overflow } = check;
  if (overflow === undefined || lines[position.line]?.charAt(position.column) !== filler) return { check, position, over };
  const [line, start, end] = overflow;
  const text = lines[line] ?? '';
  const gap = text.indexOf(filler, start);
  const stop = gap < 0 || gap > end ? Math.min(end, text.length) : gap;
  if (stop - start < 2 || !isDigit(text.charCodeAt(stop - 1)) || isBlank(lines, over)) return { check, position, over };
  if (beginsWithNationalNumber(format, lines, overflow)) return { check, position, over, missing: true };
  const rest: Span = [line, start, stop - 1];
  const included: Span = [position.line, position.column, position.column + 1];
  return { check, position: { line, column: stop - 1 }, over: [...over, rest], variant: [...over, included, rest] };
}

function runCheck(format: Format, check: Check, lines: readonly string[]): CheckResult {
  const { name, field } = check;
  const placed = check.overflow === undefined ? undefined : placeCheck(format, check, lines);
  const position = placed === undefined ? check.position : placed.position;
  const over = placed === undefined ? check.over : placed.over;
  const printed = lines[position.line]?.charAt(position.column) ?? '';
  const expected = computeCheckDigitOver(lines, over);
  const isMissing = printed === '' || placed?.missing === true || isEmptyCheck(check, printed, lines);
  const holds = isMissing ? 'not printed' : agrees(printed, expected, placed?.variant, lines);
  return { name, field, holds, position, over, printed, expected };
}

function agrees(printed: string, expected: number | undefined, variant: readonly Span[] | undefined, lines: readonly string[]): boolean {
  const digit = printed.charCodeAt(0) - 48;
  return digit === expected || (variant !== undefined && digit === computeCheckDigitOver(lines, variant));
}

function isEmptyCheck(check: Check, printed: string, lines: readonly string[]): boolean {
  if (check.mayBeMissing) return printed === filler;
  return check.field !== undefined && (printed === filler || printed === '0') && isBlank(lines, check.over);
}

function isBlank(lines: readonly string[], spans: readonly Span[]): boolean {
  for (const [line, start, end] of spans) {
    const text = lines[line] ?? '';
    if (text.length < end) return false;
    for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 60) return false;
  }
  return true;
}

function isDigit(charCode: number): boolean {
  return charCode >= 48 && charCode <= 57;
}
