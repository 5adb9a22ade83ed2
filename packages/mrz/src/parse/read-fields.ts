import type { FieldReading } from '../document.ts';
import { notPrinted, proveSpans } from '../evidence.ts';
import type { Coverage, Field, FieldName, Format, Span } from '../formats/format.ts';
import type { CheckResult } from '../run-checks.ts';
import { trimFillers } from './read-names.ts';

export type Fields = Partial<Record<FieldName, FieldReading>>;

/** Every field of the format's table with its evidence, and those that the layout implies. */
export function readFields(format: Format, lines: readonly string[], checks: readonly CheckResult[]): Fields {
  const fields: Fields = {};
  const overflow = findOverflow(format, checks);
  for (let index = 0; index < format.fields.length; index++) {
    const field = format.fields[index] as Field;
    const coverage = format.coverage[index] as Coverage;
    fields[field.field] = readField(format, lines, checks, field, coverage, spansOf(field, coverage, overflow));
  }
  if (format.implied !== undefined) {
    for (const [name, value] of Object.entries(format.implied) as [FieldName, string][]) {
      fields[name] = { field: name, raw: '', value, spans: [], evidence: notPrinted };
    }
  }
  return fields;
}

function readField(
  format: Format,
  lines: readonly string[],
  checks: readonly CheckResult[],
  field: Field,
  coverage: Coverage,
  spans: readonly Span[],
): FieldReading {
  const raw = readSpans(lines, spans);
  const value = trimBoth(raw);
  if (value === '') return { field: field.field, raw, value: undefined, spans, evidence: notPrinted };
  const evidence = proveSpans(format, lines, spans, coverage, checks, field.kind === 'date');
  return { field: field.field, raw, value, spans, evidence };
}

function readSpans(lines: readonly string[], spans: readonly Span[]): string {
  const first = spans[0] as Span;
  let raw = (lines[first[0]] ?? '').slice(first[1], first[2]);
  for (let index = 1; index < spans.length; index++) {
    const [next, from, to] = spans[index] as Span;
    raw += (lines[next] ?? '').slice(from, to);
  }
  return raw;
}

/** The check whose field runs on into optional data, if any. */
function findOverflow(format: Format, checks: readonly CheckResult[]): CheckResult | undefined {
  for (let index = 0; index < checks.length; index++) {
    const check = checks[index] as CheckResult;
    if (check.over.length > 1 && format.checks[index]?.overflow !== undefined) return check;
  }
  return undefined;
}

function spansOf(field: Field, { spans }: Coverage, overflow: CheckResult | undefined): readonly Span[] {
  if (overflow === undefined) return spans;
  if (field.field === overflow.field) return overflow.over;
  const { line, column } = overflow.position;
  const isBehind = field.line === line && field.start <= column && column < field.end;
  return isBehind ? [[line, column + 1, field.end]] : spans;
}

function trimBoth(raw: string): string {
  let start = 0;
  while (start < raw.length && raw.charCodeAt(start) === 60) start++;
  return start === 0 ? trimFillers(raw) : trimFillers(raw.slice(start));
}
