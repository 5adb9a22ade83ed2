import fc from 'fast-check';
import type { CheckResult, FieldReading, Format, GeneratedMrz, MrzDocument } from '../src/index.ts';
import { formats, generateMrz, indistinguishable, parseMrz } from '../src/index.ts';

const today = '2026-11-23';

/** A made-up document of any format, from a seed that fast-check can shrink and repeat. */
export const anyDocument: fc.Arbitrary<GeneratedMrz> = fc
  .tuple(fc.constantFrom(...formats), fc.integer({ min: 0, max: 2 ** 31 - 1 }))
  .map(([format, seed]) => generateMrz(format, mulberry32(seed)));

/** Small seeded generator (Tommy Ettinger's mulberry32): numbers from 0 up to 1. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const trim = (text: string): string => text.replace(/^<+|<+$/g, '');

/**
 * Generate → parse → equal: every field comes back as it was written, every check holds, nothing is
 * contradicted. Throws on a difference.
 */
export function checkRoundTrip({ format, lines, texts }: GeneratedMrz): void {
  const document = parseMrz(lines, { today });
  if (document.format !== format.name) throw new Error(`read as ${document.format}`);
  for (const { field } of format.fields) {
    const value = document.fields[field]?.value ?? '';
    if (value !== trim(texts[field] ?? '')) throw new Error(`${field}: wrote "${texts[field]}", read "${value}"`);
  }
  const failed = document.checks.find((check) => check.holds === false);
  if (failed) throw new Error(`check ${failed.name} fails`);
  const contradicted = Object.values(document.fields).find((field) => field.evidence.status === 'contradicted');
  if (contradicted) throw new Error(`${contradicted.field} contradicted by ${contradicted.evidence.by}`);
}

/**
 * One changed character: exactly the checks that cover it fail, or, if no check can see it, the
 * evidence had listed it. Throws otherwise.
 */
export function checkChange({ format, lines }: GeneratedMrz, line: number, column: number, character: string): void {
  const text = lines[line] as string;
  const printed = text.charAt(column);
  if (printed === character) return;
  const before = parseMrz(lines, { today, format });
  const changed = lines.with(line, text.slice(0, column) + character + text.slice(column + 1));
  const after = parseMrz(changed, { today, format });
  if (!hasSameLayout(before, after)) return; // a digit became `<` or back, so that a long number begins or ends: another document
  before.checks.forEach((check, index) => {
    const expected = expectedOutcome(check, line, column, printed, character);
    const outcome = (after.checks[index] as CheckResult).holds;
    if (expected !== undefined && outcome !== expected) {
      throw new Error(`${format.name} ${line},${column} "${printed}" → "${character}": ${check.name} is ${outcome}, expected ${expected}`);
    }
  });
  checkCaveat(before, after, line, column, character);
}

function hasSameLayout(before: MrzDocument, after: MrzDocument): boolean {
  const layout = (document: MrzDocument): string =>
    JSON.stringify(document.checks.map(({ position, over, holds }) => [position, over, holds === 'not printed']));
  return layout(before) === layout(after);
}

/**
 * What the check must say after the change; undefined where both readings of a long number, or an
 * empty field, leave it open.
 */
function expectedOutcome(check: CheckResult, line: number, column: number, printed: string, character: string): boolean | undefined {
  if (check.holds !== true || (check.over.length > 1 && check.field !== undefined)) return undefined;
  if (check.position.line === line && check.position.column === column) return false;
  const isCovered = check.over.some(([at, start, end]) => at === line && start <= column && column < end);
  return !isCovered || indistinguishable(printed).includes(character);
}

/**
 * A change that nothing noticed must have been listed by the evidence of a field that claimed to be
 * proved.
 */
function checkCaveat(before: MrzDocument, after: MrzDocument, line: number, column: number, character: string): void {
  const field = fieldAt(before, line, column);
  if (field === undefined || field.evidence.status !== 'proved' || isSeenByCheck(before, after) || isOdd(before, after)) return;
  const spot = field.evidence.blind.find((one) => one.line === line && one.column === column && one.printed.length === 1);
  if (!spot?.unseen.includes(character)) {
    throw new Error(
      `${before.format} ${field.field}: nothing noticed "${character}" at ${line},${column}, but the evidence does not say so`,
    );
  }
}

/**
 * Two neighbours of one field change places: if nothing notices, the evidence had listed the pair;
 * if a check does, it had not.
 */
export function checkSwap({ format, lines }: GeneratedMrz, line: number, column: number): void {
  const before = parseMrz(lines, { today, format });
  const field = fieldAt(before, line, column);
  if (field?.evidence.status !== 'proved' || field.spans.length > 1 || fieldAt(before, line, column + 1) !== field) return;
  const text = lines[line] as string;
  const pair = text.slice(column, column + 2);
  const swapped = pair.charAt(1) + pair.charAt(0);
  if (swapped === pair || indistinguishable(pair.charAt(0)).includes(pair.charAt(1))) return;
  const after = parseMrz(lines.with(line, text.slice(0, column) + swapped + text.slice(column + 2)), { today, format });
  const isListed = field.evidence.blind.some((spot) => spot.line === line && spot.column === column && spot.unseen.includes(swapped));
  const isSeen = isSeenByCheck(before, after);
  if (isListed && isSeen) throw new Error(`${format.name} "${text}": "${pair}" at ${column} is listed as unseen, but a check sees it`);
  if (isListed || isSeen || isOdd(before, after)) return;
  throw new Error(`${format.name} "${text}": "${pair}" at ${column} may change places unseen, but is not listed`);
}

/** Whether a check digit tells the two apart. */
function isSeenByCheck(before: MrzDocument, after: MrzDocument): boolean {
  return after.checks.some((check, index) => check.holds !== before.checks[index]?.holds);
}

/**
 * Whether something else, such as the calendar or the table of countries, finds the second odd
 * where it did not find the first so.
 */
function isOdd(before: MrzDocument, after: MrzDocument): boolean {
  return after.issues.some(
    ({ code, line, column }) => !before.issues.some((one) => one.code === code && one.line === line && one.column === column),
  );
}

function fieldAt(document: MrzDocument, line: number, column: number): FieldReading | undefined {
  return Object.values(document.fields).find(({ spans }) =>
    spans.some(([at, start, end]) => at === line && start <= column && column < end),
  );
}

/** A place in the lines and another character that the format allows there. */
export function anyChange(format: Format): fc.Arbitrary<[number, number, string]> {
  const places = format.alphabets.flatMap((row, line) => row.map((allowed, column) => [line, column, allowed] as const));
  return fc
    .constantFrom(...places)
    .chain(([line, column, allowed]) => fc.constantFrom(...allowed).map((character) => [line, column, character]));
}

/**
 * Round trip and one change for as many documents as asked. Throws with the document that failed
 * and the seed to repeat it.
 */
export function checkDocuments(runs: number, seed: number): void {
  const documentAndChange = anyDocument.chain((document) => anyChange(document.format).map((change) => [document, change] as const));
  fc.assert(
    fc.property(documentAndChange, ([document, change]) => {
      checkRoundTrip(document);
      checkChange(document, ...change);
    }),
    { numRuns: runs, seed },
  );
}
