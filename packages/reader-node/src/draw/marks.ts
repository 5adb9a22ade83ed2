import type { FieldReading, Span } from '@ocr-web/mrz';
import { type Quad, quadOfSpan, type ZoneReading } from '@ocr-web/reader';
import type { Colour } from './canvas.ts';

/** Told apart by the colour-blind too. */
export const colours = {
  proved: [22, 140, 70],
  open: [225, 150, 0],
  contradicted: [205, 30, 45],
  repaired: [130, 40, 170],
  line: [40, 100, 190],
  ink: [20, 20, 20],
  paper: [255, 255, 255],
} as const satisfies Record<string, Colour>;

/** Something that is marked on the page, in its coordinates. */
export type Mark = { readonly quad: Quad; readonly colour: Colour; readonly filled: boolean };

/**
 * The state of a zone at a glance: any failed check contradicts it, a score that programs may rely
 * on proves it.
 */
export function zoneColour({ document, score }: ZoneReading): Colour {
  if (document.checks.some((check) => check.holds === false)) return colours.contradicted;
  return score >= 95 ? colours.proved : colours.open;
}

export function fieldColour({ evidence: { status } }: FieldReading): Colour {
  if (status === 'proved') return colours.proved;
  return status === 'contradicted' ? colours.contradicted : colours.open;
}

/** The fields that are printed, in the order in which they stand. */
export function listFields({ document }: ZoneReading): FieldReading[] {
  const printed = Object.values(document.fields).filter((field) => field.spans.length > 0 && field.evidence.status !== 'not printed');
  const place = ({ spans: [first] }: FieldReading) => (first ? first[0] * 100 + first[1] : 0);
  return printed.sort((a, b) => place(a) - place(b));
}

/**
 * What is marked within a zone: its fields, its check digits (filled), and the characters that were
 * repaired.
 */
export function listMarks(zone: ZoneReading): Mark[] {
  const mark = (span: Span, colour: Colour, filled: boolean): Mark => ({ quad: quadOfSpan(zone, span), colour, filled });
  return [
    ...listFields(zone).flatMap((field) => field.spans.map((span) => mark(span, fieldColour(field), false))),
    ...zone.document.checks.flatMap(({ holds, position: { line, column } }) =>
      holds === 'not printed' ? [] : mark([line, column, column + 1], holds ? colours.proved : colours.contradicted, true),
    ),
    ...zone.repairs.map(({ line, column }) => mark([line, column, column + 1], colours.repaired, true)),
  ];
}
