import type { DocumentBody } from '@ocr-web/api';
import { type CountryReading, type DateReading, describeIssue, type NamesReading } from '@ocr-web/mrz';
import type { Repair, ZoneReading } from '@ocr-web/reader';
import { documentType } from './document-type.ts';
import { isoState } from './iso-state.ts';
import { roundQuad } from './place-span.ts';
import { roundDown } from './rate-spans.ts';
import { v2Check, v2Fields, v2Numbers } from './v2-fields.ts';

/** A zone as v2 shows it: everything that the reading knows about it. */
export function v2Document(zone: ZoneReading, index: number): DocumentBody {
  const { document } = zone;
  return {
    index,
    page: zone.page,
    format: document.format,
    type: documentType(document),
    code: document.code ?? null,
    lines: [...zone.lines],
    score: zone.score,
    confidence: roundDown(zone.confidence),
    rotation_deg: Math.round(zone.rotation_deg * 100) / 100,
    quad: roundQuad(zone.quad),
    issuer: v2State(document.issuer),
    nationality: v2State(document.nationality),
    names: v2Names(document.names),
    sex: document.sex ?? null,
    birth_date: v2Date(document.birthDate),
    expiry_date: v2Date(document.expiryDate),
    age: document.age ?? null,
    expired: document.expired ?? null,
    main_number: document.mainNumber?.value ?? null,
    numbers: v2Numbers(zone),
    fields: v2Fields(zone),
    checks: document.checks.map((check) => v2Check(zone, check)),
    character_confidences: zone.characters.map((line) => line.map(({ confidence }) => roundDown(confidence))),
    doubts: v2Doubts(zone),
    repairs: zone.repairs.map(v2Repair),
    issues: document.issues.map((issue) => ({ ...issue, message: describeIssue(issue) })),
  };
}

function v2State(country: CountryReading | undefined) {
  return country ? { code: country.code, iso: isoState(country), name: country.name ?? null, kind: country.kind ?? null } : null;
}

function v2Date(date: DateReading | undefined) {
  return date ? { iso: date.iso ?? null, raw: date.raw, status: date.status } : null;
}

function v2Names(names: NamesReading | undefined) {
  if (!names) return null;
  const { surname, givenNames, surnames, truncated, native } = names;
  return {
    surname: surname ?? null,
    given: givenNames ?? null,
    surnames: surnames ? [...surnames] : null,
    truncated,
    native: native ? { surname: native.surname, given: native.givenNames } : null,
  };
}

function v2Doubts({ characters }: ZoneReading) {
  return characters.flatMap((readings, line) =>
    readings.flatMap(({ character, confidence, alternatives }, column) => {
      if (alternatives.length === 0) return [];
      const others = alternatives.map((other) => ({ character: other.character, probability: roundDown(other.probability) }));
      return [{ line, column, character, confidence: roundDown(confidence), alternatives: others }];
    }),
  );
}

function v2Repair({ line, column, before, after, reason }: Repair) {
  return typeof reason === 'string'
    ? { line, column, before, after, reason, check: null }
    : { line, column, before, after, reason: 'check' as const, check: reason.check };
}
