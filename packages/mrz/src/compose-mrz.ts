import { allowedCharacters } from './allowed-characters.ts';
import { filler } from './alphabet.ts';
import { computeCheckDigitOver } from './check-digit.ts';
import type { Check, Field, FieldName, Format, Span } from './formats/format.ts';

/**
 * Texts of the fields, without the fillers that pad them. A document number may be as long as its
 * overflow allows.
 */
export type FieldTexts = Readonly<Partial<Record<FieldName, string>>>;

/**
 * Writes the lines of a document: every field in its place, padded with fillers, every check digit
 * computed. A number too long for its field runs on into the optional data before what that holds,
 * its digit computed without the filler that takes the digit's usual place.
 * @throws RangeError when a text does not fit or holds a character that the format does not allow
 *   there.
 */
export function composeMrz(format: Format, texts: FieldTexts): string[] {
  const head = (texts.code ?? '').padEnd(2, filler) + (texts.issuer ?? '');
  const rows = format.lineLengths.map((length) => new Array<string>(length).fill(filler));
  const long = format.checks.find((check) => check.overflow !== undefined && isTooLong(format, texts, check));
  for (const field of format.fields) {
    const text = texts[field.field] ?? '';
    if (long !== undefined && field.field === long.field) write(format, head, rows, field, text.slice(0, field.end - field.start));
    else if (long === undefined || !isSame(long.overflow as Span, field)) write(format, head, rows, field, text);
  }
  if (long !== undefined) writeOverflow(format, head, rows, texts, long);
  for (const check of format.checks) {
    if (check === long) continue;
    const { line, column } = check.position;
    (rows[line] as string[])[column] = `${computeCheckDigitOver(join(rows), check.over)}`;
  }
  return join(rows);
}

function join(rows: readonly string[][]): string[] {
  return rows.map((row) => row.join(''));
}

function isTooLong(format: Format, texts: FieldTexts, check: Check): boolean {
  const field = format.fields.find((one) => one.field === check.field);
  return field !== undefined && (texts[field.field] ?? '').length > field.end - field.start;
}

function isSame([line, start, end]: Span, field: Field): boolean {
  return field.line === line && field.start === start && field.end === end;
}

function write(format: Format, head: string, rows: string[][], field: Field, text: string): void {
  const row = rows[field.line] as string[];
  if (text.length > field.end - field.start)
    throw new RangeError(`${field.field} "${text}" is longer than ${field.end - field.start} characters`);
  for (let at = 0; at < text.length; at++) {
    const column = field.start + at;
    if (!allowedCharacters(format, field.line, column, head).includes(text.charAt(at))) {
      throw new RangeError(`${field.field} "${text}" has "${text.charAt(at)}" where ${format.name} does not allow it`);
    }
    row[column] = text.charAt(at);
  }
}

function writeOverflow(format: Format, head: string, rows: string[][], texts: FieldTexts, check: Check): void {
  const [line, start, end] = check.overflow as Span;
  const first = check.over[0] as Span;
  const rest = (texts[check.field as FieldName] ?? '').slice(first[2] - first[1]);
  const optional = format.fields.find((field) => isSame([line, start, end], field)) as Field;
  const stop = start + rest.length;
  write(format, head, rows, { ...optional, field: 'number' }, rest);
  const digit = `${computeCheckDigitOver(join(rows), [...check.over, [line, start, stop]])}`;
  const behind = texts[optional.field] ?? '';
  write(format, head, rows, { ...optional, start: stop }, behind === '' ? digit : `${digit}${filler}${behind}`);
}
