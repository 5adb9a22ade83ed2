import type { CheckResult, Evidence, FieldReading, MrzDocument, NumberReading, NumberRole, Span } from '@ocr-web/mrz';
import type { ZoneReading } from '@ocr-web/reader';
import { isoState } from './iso-state.ts';
import { type PlacedSpan, placeSpan } from './place-span.ts';
import { rateSpans } from './rate-spans.ts';
import { wireName, wireNameOfProof } from './wire-name.ts';

/** Every field in reading order, those that are implied and not printed at the end. */
export function v2Fields(zone: ZoneReading) {
  const fields = Object.values(zone.document.fields).sort((a, b) => firstPosition(a) - firstPosition(b));
  return fields.map((field) => v2Field(zone, field));
}

function firstPosition({ spans: [first] }: FieldReading): number {
  return first ? 1000 * first[0] + first[1] : Number.POSITIVE_INFINITY;
}

function v2Field(zone: ZoneReading, field: FieldReading) {
  const { raw, value, spans, evidence } = field;
  return {
    name: wireName(field.field),
    value: value ?? null,
    iso: isoOf(zone.document, field),
    raw,
    ...v2Evidence(evidence),
    confidence: value === undefined || spans.length === 0 ? null : rateSpans(zone, spans),
    spans: placeAll(zone, spans),
    blind_spots: evidence.blind.map(({ line, column, printed, unseen }) => ({ line, column, printed, unseen: [...unseen] })),
  };
}

function isoOf(document: MrzDocument, { field }: FieldReading): string | null {
  if (field === 'birthDate' || field === 'expiryDate') return document[field]?.iso ?? null;
  if (field === 'issuer' || field === 'nationality') return isoState(document[field]);
  return null;
}

function v2Evidence({ status, by }: Evidence) {
  return { evidence: status === 'not printed' ? ('not_printed' as const) : status, evidence_by: by.map(wireNameOfProof) };
}

/** Every number by what it is for. */
export function v2Numbers(zone: ZoneReading): Partial<Record<NumberRole, ReturnType<typeof v2Number>>> {
  return Object.fromEntries(Object.entries(zone.document.numbers).map(([role, number]) => [role, v2Number(zone, number)]));
}

function v2Number(zone: ZoneReading, { value, spans, evidence, proofs }: NumberReading) {
  return {
    value,
    ...v2Evidence(evidence),
    confidence: rateSpans(zone, spans),
    spans: placeAll(zone, spans),
    proofs: proofs.map(({ name, holds, force }) => ({ name, holds, counts: force === 'proof' })),
  };
}

/** A check digit and what it covers. */
export function v2Check(zone: ZoneReading, { name, holds, printed, expected, position, over }: CheckResult) {
  return {
    name: wireName(name),
    holds: holds === 'not printed' ? null : holds,
    printed,
    expected: expected ?? null,
    line: position.line,
    column: position.column,
    over: placeAll(zone, over),
  };
}

function placeAll(zone: ZoneReading, spans: readonly Span[]): PlacedSpan[] {
  return spans.map((span) => placeSpan(zone, span));
}
