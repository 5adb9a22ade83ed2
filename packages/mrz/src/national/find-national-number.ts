import type { FieldName, Format, Span } from '../formats/format.ts';
import { findNationalRule } from './find-national-rule.ts';
import type { RawField } from './national-rule.ts';

/**
 * So many national checks have to hold for a number to prove itself: one alone may hold by chance.
 */
const minProofs = 2;

/**
 * True when a national number that proves itself begins at the start of a stretch of the lines: two
 * or more checks of its own (digit, date of birth, sex), and all of them hold.
 */
export function beginsWithNationalNumber(format: Format, lines: readonly string[], [line, start]: Span): boolean {
  const head = lines[format.heads.line] ?? '';
  const rule = findNationalRule(format.name, head.slice(0, 2), head.slice(2, 5).replaceAll('<', ''));
  const numbers = rule?.numbers?.({ lines, fields: cutFields(format, lines) }) ?? [];
  return numbers.some(({ spans: [first], proofs }) => {
    const isHere = first !== undefined && first[0] === line && first[1] === start;
    return isHere && proofs.length >= minProofs && proofs.every(({ holds }) => holds);
  });
}

/** The fields as the table places them. */
function cutFields(format: Format, lines: readonly string[]): Partial<Record<FieldName, RawField>> {
  const fields: Partial<Record<FieldName, RawField>> = {};
  for (const { field, line, start, end } of format.fields) {
    fields[field] = { raw: (lines[line] ?? '').slice(start, end), spans: [[line, start, end]] };
  }
  return fields;
}
