import type { Check, Format } from './formats/format.ts';
import { isListedCode } from './identify-format.ts';
import { findNationalRule } from './national/find-national-rule.ts';
import { type PlacedCheck, placeCheck } from './run-checks.ts';

/**
 * The characters that a format allows at a place (line and column counted from 0); empty outside
 * the lines.
 * @param head document code and issuer as far as they are known, five characters such as `PNRUS`:
 *   some issuers allow more, and print other codes.
 */
export function allowedCharacters(format: Format, line: number, column: number, head?: string): string {
  const usual = format.alphabets[line]?.[column] ?? '';
  if (head === undefined || usual === '') return usual;
  if (column === 0 && line === format.heads.line && isListedCode(format, head)) return usual + head.charAt(0);
  const allowed = findNationalRule(format.name, head.slice(0, 2), head.slice(2, 5).replaceAll('<', ''))?.allowed;
  if (allowed === undefined) return usual;
  const field = format.fields.find((one) => one.line === line && one.start <= column && column < one.end);
  return (field && allowed[field.field]) ?? usual;
}

/**
 * The checks of a format as they lie in given lines: the digit of a long number stands in the
 * optional data. Without lines, as the table says.
 */
export function checksOf(format: Format, lines?: readonly string[]): readonly PlacedCheck[] {
  return format.checks.map((check: Check) =>
    lines === undefined ? { check, position: check.position, over: check.over } : placeCheck(format, check, lines),
  );
}
