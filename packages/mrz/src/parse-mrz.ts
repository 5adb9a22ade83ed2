import { readCountry } from './country.ts';
import type { FieldReading, MrzDocument } from './document.ts';
import { contradict } from './evidence.ts';
import type { Format } from './formats/format.ts';
import { documentsWithoutExpiry } from './generated/documents-without-expiry.ts';
import type { Issue } from './issue.ts';
import { findNationalRule } from './national/find-national-rule.ts';
import type { NationalRule } from './national/national-rule.ts';
import { doubtEvidence } from './parse/doubt-evidence.ts';
import { findTextIssues, findValueIssues } from './parse/find-issues.ts';
import { type DateReading, type Day, parseDay, readBirthDate, readExpiryDate, yearsBetween } from './parse/read-date.ts';
import { type Fields, readFields } from './parse/read-fields.ts';
import { type MrzInput, readInput } from './parse/read-input.ts';
import { type NamesReading, readNames, readSplitNames } from './parse/read-names.ts';
import { readNumbers } from './parse/read-numbers.ts';
import { runChecks } from './run-checks.ts';

export interface ParseOptions {
  /** The day that centuries, age and expiry are reckoned from, ISO 8601 (YYYY-MM-DD). */
  readonly today: string;
  /** Read the lines as this format instead of finding out which it is. */
  readonly format?: Format;
  /** Take the lines as they are, whatever their lengths: their columns are places in a picture. */
  readonly keepLines?: boolean;
}

/**
 * Reads the lines of a machine readable zone: fields with their evidence, dates, names, numbers,
 * checks and everything odd with its place. Never throws on lines, whatever they hold: bad data is
 * a value. Throws RangeError when `today` is no day of the calendar.
 * @param input lines, a zone from `findMrz`, or a text of which the first zone in its first 4,000
 *   characters counts. Lines of no known size are searched as a text, unless the format is given.
 */
export function parseMrz(input: MrzInput, options: ParseOptions): MrzDocument {
  const today = parseDay(options.today);
  if (today === undefined) throw new RangeError(`today must be a day as YYYY-MM-DD, but is "${options.today}"`);
  const { lines, format: found, issues } = readInput(input, options.keepLines === true || options.format !== undefined);
  const format = options.format ?? found;
  return format === undefined ? unknownDocument(lines, issues) : readDocument(format, lines, today, issues);
}

function readDocument(format: Format, lines: readonly string[], today: Day, issues: Issue[]): MrzDocument {
  const checks = runChecks(format, lines);
  const fields = readFields(format, lines, checks);
  const issuer = readCountry(fields.issuer?.value);
  const rule = findNationalRule(format.name, fields.code?.raw ?? '', issuer?.code ?? '');
  findTextIssues(format, lines, rule, issues);
  const birthDate = fields.birthDate && readBirthDate(fields.birthDate.raw, today);
  const expiryDate = fields.expiryDate && readExpiryDate(fields.expiryDate.raw, today, noneExpiredBefore(format, fields));
  contradictDate(fields, 'birthDate', birthDate);
  contradictDate(fields, 'expiryDate', expiryDate);
  const numbers = readNumbers(format, lines, fields, checks, rule);
  if (issues.length > 0) {
    doubtEvidence(fields, issues, checks);
    doubtEvidence(numbers, issues, checks);
  }
  const names = readNamesOf(fields, issuer?.code ?? '', rule);
  const document: MrzDocument = {
    format: format.name,
    lines,
    code: fields.code?.value,
    fields,
    issuer,
    nationality: readCountry(fields.nationality?.value),
    birthDate,
    expiryDate,
    age: ageOn(today, birthDate),
    expired: isExpired(today, expiryDate),
    sex: readSex(fields.sex, rule),
    names,
    numbers,
    mainNumber: (rule?.mainNumber && numbers[rule.mainNumber]) ?? numbers.document ?? numbers.support,
    checks,
    issues,
  };
  findValueIssues(document, rule, issues);
  return document;
}

function unknownDocument(lines: readonly string[], issues: Issue[]): MrzDocument {
  issues.push({ code: 'format.unknown', line: 0, column: 0, length: 0, text: '' });
  return {
    format: null,
    lines,
    code: undefined,
    fields: {},
    issuer: undefined,
    nationality: undefined,
    birthDate: undefined,
    expiryDate: undefined,
    age: undefined,
    expired: undefined,
    sex: undefined,
    names: undefined,
    numbers: {},
    mainNumber: undefined,
    checks: [],
    issues,
  };
}

/** The day before which no such document can have expired; looked for where it may decide only. */
function noneExpiredBefore({ name }: Format, { expiryDate, issuer }: Fields): string | undefined {
  return expiryDate?.raw.startsWith('99') ? documentsWithoutExpiry.get(`${name} ${issuer?.value}`) : undefined;
}

/** A date that is not in the calendar is contradicted by the calendar, whatever its digit says. */
function contradictDate(fields: Fields, name: 'birthDate' | 'expiryDate', date: DateReading | undefined): void {
  const field = fields[name];
  if (field === undefined || date?.status !== 'impossible') return;
  fields[name] = { ...field, evidence: contradict(field.evidence, 'calendar') };
}

function ageOn(today: Day, birth: DateReading | undefined): number | undefined {
  return birth?.day && yearsBetween(birth.day, today);
}

function isExpired(today: Day, expiry: DateReading | undefined): boolean | undefined {
  if (expiry?.status === 'indefinite') return false;
  const last = expiry?.day;
  return last && (today.year - last.year || today.month - last.month || today.day - last.day) > 0;
}

function readSex(field: FieldReading | undefined, rule: NationalRule | undefined): MrzDocument['sex'] {
  if (field === undefined) return undefined;
  if (field.raw === 'M' || field.raw === 'F' || field.raw === 'X') return field.raw;
  return field.raw === '<' ? 'X' : rule?.sexes?.[field.raw];
}

function readNamesOf(fields: Fields, issuer: string, rule: NationalRule | undefined): NamesReading | undefined {
  if (fields.names !== undefined) return readNames(fields.names.raw, issuer, rule?.nativeNames);
  if (fields.surname === undefined) return undefined;
  return readSplitNames(fields.surname.raw, fields.givenNames?.raw ?? '', issuer);
}
