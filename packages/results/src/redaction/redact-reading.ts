import type { FieldName, FieldReading, MrzDocument, NumberReading, Span } from '@ocr-web/mrz';
import type { Reading, VisualReading, ZoneReading } from '@ocr-web/reader';
import { type ProtectedNumber, protectedNumbers, protects } from './protected-numbers.ts';
import { redactBarcodes } from './redact-barcodes.ts';
import type { Redaction } from './redaction.ts';

/** Stands in lines for what was covered; no zone prints it. */
const cover = '*';

type Covered = { readonly spans: readonly Span[]; readonly redaction: Redaction };

/**
 * Returns a reading without the numbers that law protects: in no line, field, number, alternative,
 * repair or remark. Check digits stay: they stand beside the number.
 *
 * @param rules which numbers of which documents
 */
export function redactReading(reading: Reading, redaction: Redaction, rules = protectedNumbers): Reading {
  const zones = reading.zones.map((zone) => redactZone(zone, redaction, rules));
  const isProtected = zones.some((zone, index) => zone !== reading.zones[index]);
  const visual = isProtected ? reading.visual?.map((one) => redactVisual(one, redaction)) : reading.visual;
  const barcodes = reading.barcodes && redactBarcodes(reading.barcodes, reading.zones, redaction, rules);
  return { ...reading, zones, ...(visual && { visual }), ...(barcodes && { barcodes }) };
}

/** A document whose zone holds a protected number prints it for people as well. */
function redactVisual(visual: VisualReading, redaction: Redaction): VisualReading {
  const { personal_number: number, ...fields } = visual.fields;
  const { personal_number: _, ...checks } = visual.checks;
  const masked = number && redaction === 'mask' ? { personal_number: { ...number, value: number.value.replaceAll(/[^ ]/g, cover) } } : {};
  return { ...visual, fields: { ...fields, ...masked }, checks };
}

/** The stretches of a zone's lines that were covered. */
export function findCovered({ lines }: Pick<ZoneReading, 'lines'>): Span[] {
  return lines.flatMap((text, line) => Array.from(text.matchAll(/\*+/g), ({ index, 0: run }): Span => [line, index, index + run.length]));
}

function redactZone(zone: ZoneReading, redaction: Redaction, rules: readonly ProtectedNumber[]): ZoneReading {
  const { document } = zone;
  const fields = rules.filter((rule) => protects(rule, document)).flatMap((rule) => rule.fields);
  const spans = fields.flatMap((field) => document.fields[field]?.spans ?? []);
  if (spans.length === 0) return zone;
  const covered = { spans, redaction };
  return {
    ...zone,
    document: redactDocument(document, covered),
    lines: coverLines(zone.lines, spans),
    characters: zone.characters.map((line, row) =>
      line.map((character, column) =>
        isCovered(spans, row, column) && character.character !== '<' ? { ...character, character: cover, alternatives: [] } : character,
      ),
    ),
    repairs: zone.repairs.filter(({ line, column }) => !isCovered(spans, line, column)),
  };
}

function redactDocument(document: MrzDocument, covered: Covered): MrzDocument {
  const { spans } = covered;
  const fields = Object.entries(document.fields) as [FieldName, FieldReading][];
  const numbers = Object.entries(document.numbers);
  return {
    ...document,
    lines: coverLines(document.lines, spans),
    fields: Object.fromEntries(fields.map(([name, field]) => [name, redactField(field, covered)])),
    numbers: Object.fromEntries(numbers.flatMap(([role, number]) => redactNumber(number, covered).map((kept) => [role, kept]))),
    mainNumber: document.mainNumber && redactNumber(document.mainNumber, covered)[0],
    issues: document.issues.map((issue) =>
      spans.some((span) => overlaps(span, [issue.line, issue.column, issue.column + issue.length]))
        ? { ...issue, text: coverText(issue.text) }
        : issue,
    ),
  };
}

function redactField(field: FieldReading, { spans, redaction }: Covered): FieldReading {
  const evidence = withoutBlindSpots(field.evidence, spans);
  if (!field.spans.some((span) => spans.some((other) => overlaps(span, other)))) return { ...field, evidence };
  const value = redaction === 'omit' || field.value === undefined ? undefined : coverText(field.value);
  return { ...field, raw: coverText(field.raw), value, evidence };
}

/** Nothing where the number is left out. */
function redactNumber(number: NumberReading, { spans, redaction }: Covered): NumberReading[] {
  const evidence = withoutBlindSpots(number.evidence, spans);
  if (!number.spans.some((span) => spans.some((other) => overlaps(span, other)))) return [{ ...number, evidence }];
  return redaction === 'omit' ? [] : [{ ...number, value: coverText(number.value), evidence }];
}

/** A blind spot quotes what is printed. */
function withoutBlindSpots<E extends FieldReading['evidence']>(evidence: E, spans: readonly Span[]): E {
  return { ...evidence, blind: evidence.blind.filter(({ line, column }) => !isCovered(spans, line, column)) };
}

function coverLines(lines: readonly string[], spans: readonly Span[]): string[] {
  return lines.map((line, row) =>
    Array.from(line, (character, column) => (isCovered(spans, row, column) ? coverText(character) : character)).join(''),
  );
}

/** Fillers stay: they tell nothing but a length. */
function coverText(text: string): string {
  return text.replaceAll(/[^<]/g, cover);
}

function isCovered(spans: readonly Span[], line: number, column: number): boolean {
  return spans.some(([row, start, end]) => row === line && column >= start && column < end);
}

function overlaps([line, start, end]: Span, [otherLine, otherStart, otherEnd]: Span): boolean {
  return line === otherLine && start < otherEnd && otherStart < end;
}
