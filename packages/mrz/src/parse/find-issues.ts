import { letters, mrzAlphabet } from '../alphabet.ts';
import type { CountryReading } from '../country.ts';
import type { FieldReading, MrzDocument, NumberReading } from '../document.ts';
import type { Field, Format, NumberRole } from '../formats/format.ts';
import { matchesCode } from '../identify-format.ts';
import type { Issue, IssueCode } from '../issue.ts';
import type { NationalRule } from '../national/national-rule.ts';
import type { DateReading } from './read-date.ts';

/**
 * Reports lines of the wrong length, a document code that the format does not know, and characters
 * that are out of place.
 */
export function findTextIssues(format: Format, lines: readonly string[], rule: NationalRule | undefined, issues: Issue[]): void {
  const head = lines[format.heads.line] ?? '';
  if (!matchesCode(format, lines))
    issues.push({ code: 'code.unexpected', line: format.heads.line, column: 0, length: 2, text: head.slice(0, 2) });
  for (let line = 0; line < lines.length || line < format.lineLengths.length; line++) {
    const text = lines[line] ?? '';
    const length = format.lineLengths[line];
    if (text.length !== length) issues.push({ code: 'line.length', line, column: 0, length: text.length, text });
    findCharacters(format, line, text, rule, issues);
  }
}

function findCharacters(format: Format, line: number, text: string, rule: NationalRule | undefined, issues: Issue[]): void {
  const mask = format.masks[line];
  for (let column = 0; column < text.length; column++) {
    const code = text.charCodeAt(column);
    if (mask !== undefined && code < 128 && mask[128 * column + code] === 1) continue;
    const character = text.charAt(column);
    const isForeign = !mrzAlphabet.includes(character);
    if (!isForeign && (mask === undefined || 128 * column >= mask.length || isAllowedBy(rule, format, line, column, character))) continue;
    // What begins another code is judged with the code, once.
    if (column === 0 && line === format.heads.line && letters.includes(character)) continue;
    issues.push({ code: isForeign ? 'character.foreign' : 'character.unexpected', line, column, length: 1, text: character });
  }
}

function isAllowedBy(rule: NationalRule | undefined, format: Format, line: number, column: number, character: string): boolean {
  if (rule?.allowed === undefined) return false;
  const isHere = (field: Field): boolean => field.line === line && field.start <= column && column < field.end;
  const field = format.fields.find(isHere);
  return field !== undefined && (rule.allowed[field.field]?.includes(character) ?? false);
}

/**
 * Reports what the values say against themselves: failed checks, impossible dates, unknown codes,
 * odd marks, cut names, failed national checks.
 */
export function findValueIssues(document: MrzDocument, rule: NationalRule | undefined, issues: Issue[]): void {
  const { fields } = document;
  for (const check of document.checks) {
    if (check.holds !== false) continue;
    issues.push({ code: 'check.failed', ...check.position, length: 1, text: check.printed });
    if (rule?.ownCheckDigits) issues.push({ code: 'check.national', ...check.position, length: 1, text: check.printed });
  }
  reportDate(issues, document.birthDate, fields.birthDate);
  reportDate(issues, document.expiryDate, fields.expiryDate);
  reportCountry(issues, document.issuer, fields.issuer);
  reportCountry(issues, document.nationality, fields.nationality);
  if (document.names?.truncated) {
    const full = [fields.names, fields.surname, fields.givenNames].find((field) => field !== undefined && !field.raw.endsWith('<'));
    report(issues, 'names.truncated', full);
  }
  reportSex(issues, document, rule);
  for (const role in document.numbers) reportProofs(issues, document.numbers[role as NumberRole]);
}

function reportDate(issues: Issue[], date: DateReading | undefined, field: FieldReading | undefined): void {
  if (date?.status === 'impossible') report(issues, 'date.impossible', field);
  else if (date?.status === 'partial') report(issues, 'date.partial', field);
}

function reportCountry(issues: Issue[], country: CountryReading | undefined, field: FieldReading | undefined): void {
  if (country === undefined) return;
  if (country.kind === undefined) report(issues, 'country.unknown', field);
  else if (country.kind === 'withdrawn') report(issues, 'country.withdrawn', field);
}

function reportSex(issues: Issue[], { fields, sex }: MrzDocument, rule: NationalRule | undefined): void {
  if (fields.sex === undefined) return;
  if (sex === undefined) report(issues, 'sex.unexpected', fields.sex);
  else if (fields.sex.raw === rule?.ambiguousSex) report(issues, 'sex.ambiguous', fields.sex);
}

function reportProofs(issues: Issue[], number: NumberReading | undefined): void {
  if (number === undefined) return;
  for (const proof of number.proofs)
    if (!proof.holds) issues.push({ ...placeOf(number.spans), code: `${proof.force}.failed`, text: proof.name });
}

function report(issues: Issue[], code: IssueCode, field: FieldReading | undefined): void {
  if (field !== undefined) issues.push({ ...placeOf(field.spans), code, text: field.raw });
}

function placeOf(spans: FieldReading['spans']): { line: number; column: number; length: number } {
  const [line, start, end] = spans[0] ?? [0, 0, 0];
  return { line, column: start, length: end - start };
}
