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
    fields[field.field] = readField(format, lines, checks, field, format.coverage[index] as Coverage, spansOf(field, overflow));
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
  let raw = '';
  for (const [line, start, end] of spans) raw += (lines[line] ?? '').slice(start, end);
  const value = trimBoth(raw);
  if (value === '') return { field: field.field, raw, value: undefined, spans, evidence: notPrinted };
  const evidence = proveSpans(format, lines, spans, coverage, checks, field.kind === 'date');
  return { field: field.field, raw, value, spans, evidence };
}

/** The check whose field runs on into optional data, if any. */
function findOverflow(format: Format, checks: readonly CheckResult[]): CheckResult | undefined {
  for (let index = 0; index < checks.length; index++) {
    const check = checks[index] as CheckResult;
    if (check.over.length > 1 && format.checks[index]?.overflow !== undefined) return check;
  }
  return undefined;
}

function spansOf(field: Field, overflow: CheckResult | undefined): readonly Span[] {
  const whole: Span = [field.line, field.start, field.end];
  if (overflow === undefined) return [whole];
  if (field.field === overflow.field) return overflow.over;
  const { line, column } = overflow.position;
  const isBehind = field.line === line && field.start <= column && column < field.end;
  return isBehind ? [[line, column + 1, field.end]] : [whole];
}

function trimBoth(raw: string): string {
  let start = 0;
  while (start < raw.length && raw.charCodeAt(start) === 60) start++;
  return start === 0 ? trimFillers(raw) : trimFillers(raw.slice(start));
}
