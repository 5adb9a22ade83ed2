import { digits, filler, indistinguishable, letters, mrzAlphabet } from '../alphabet.ts';
import type { BlindSpot, Coverage, Field, FieldKind, Format, FormatTable, Span } from './format.ts';

/**
 * Allowed characters of each kind of field. ICAO Doc 9303-3 §4.3 and §4.6 to §4.8; `X` for sex is
 * not conforming but printed.
 */
const alphabetOfKind: Readonly<Record<FieldKind, string>> = {
  code: mrzAlphabet,
  country: letters + filler,
  number: mrzAlphabet,
  digits: digits + filler,
  date: digits + filler,
  sex: 'MFX<',
  names: letters + filler,
  optional: mrzAlphabet,
  filler,
};

type Rows = (string | undefined)[][];

/**
 * Completes a table with what follows from it and freezes it. Throws when two entries claim one
 * position or one lies outside the lines.
 */
export function defineFormat(table: FormatTable): Format {
  const rows: Rows = table.lineLengths.map((length) => new Array<string | undefined>(length).fill(undefined));
  for (const field of table.fields) {
    for (let column = field.start; column < field.end; column++) claim(table, rows, field.line, column, allowedIn(table, field, column));
  }
  for (const { position, fillerAllowed } of table.checks) {
    claim(table, rows, position.line, position.column, fillerAllowed ? digits + filler : digits);
  }
  const alphabets = rows.map((row) => row.map((allowed) => allowed ?? filler));
  return Object.freeze({
    ...deepFreeze(table),
    alphabets: deepFreeze(alphabets),
    masks: Object.freeze(alphabets.map(maskOf)),
    blindSpots: Object.freeze(alphabets.map((row, line) => blindSpotsOf(table, row, line))),
    coverage: deepFreeze(table.fields.map((field) => coverageOf(table, field))),
  });
}

function maskOf(row: readonly string[]): Uint8Array {
  const mask = new Uint8Array(128 * row.length);
  row.forEach((allowed, column) => {
    for (const character of allowed) mask[128 * column + character.charCodeAt(0)] = 1;
  });
  return mask;
}

type Unseen = readonly (readonly [printed: string, unseen: readonly string[]])[];

/**
 * Formats share a dozen of alphabets, and a browser completes all formats before its first picture.
 */
const unseenOf = new Map<string, Unseen>();

/**
 * For each character of the alphabet that has any, the allowed characters that check digits cannot
 * tell from it.
 */
function unseenWithin(allowed: string): Unseen {
  const known = unseenOf.get(allowed) ?? listUnseen(allowed);
  unseenOf.set(allowed, known);
  return known;
}

function listUnseen(allowed: string): Unseen {
  const pairs = [...mrzAlphabet].map(
    (printed) => [printed, [...indistinguishable(printed)].filter((other) => allowed.includes(other))] as const,
  );
  return deepFreeze(pairs.filter(([, others]) => others.length > 0));
}

function blindSpotsOf(table: FormatTable, row: readonly string[], line: number): (BlindSpot | undefined)[] {
  const spots: (BlindSpot | undefined)[] = new Array(128 * row.length).fill(undefined);
  const covered = table.checks.flatMap(({ over, overflow }) => (overflow === undefined ? over : [...over, overflow]));
  row.forEach((allowed, column) => {
    if (!covered.some(([at, start, end]) => at === line && start <= column && column < end)) return;
    for (const [printed, unseen] of unseenWithin(allowed)) {
      spots[128 * column + printed.charCodeAt(0)] = { line, column, printed, unseen };
    }
  });
  return spots;
}

function allowedIn(table: FormatTable, field: Field, column: number): string {
  const isFirst = field.kind === 'code' && field.line === table.heads.line && column === 0;
  return isFirst ? [...new Set(table.heads.begin.map((head) => head.charAt(0)))].join('') : (field.allowed ?? alphabetOfKind[field.kind]);
}

function claim(table: FormatTable, rows: Rows, line: number, column: number, allowed: string): void {
  const row = rows[line];
  if (row === undefined || column < 0 || column >= row.length || row[column] !== undefined) {
    throw new RangeError(`format ${table.name}: line ${line}, column ${column} is outside the lines or claimed twice`);
  }
  row[column] = allowed;
}

function coverageOf(table: FormatTable, field: Field): Coverage {
  const covers = table.checks.flatMap((check, index) =>
    check.over.some(([line, start, end]) => line === field.line && start <= field.start && field.end <= end) ? [index] : [],
  );
  const spans: readonly Span[] = [[field.line, field.start, field.end]];
  const own = table.checks.findIndex((check) => check.field === field.field);
  return { spans, own, shared: covers.filter((index) => index !== own) };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
