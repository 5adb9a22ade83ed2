import type { ZoneReading } from '@ocr-web/reader';
import type { Colour } from './canvas.ts';
import { colours, fieldColour, listFields, zoneColour } from './marks.ts';

/** A row of the legend: a patch of colour, and what it stands for. */
export type LegendRow = { readonly colour?: Colour; readonly text: string };

/** @param zones those that are drawn; they are numbered from 1 */
export function composeLegend(zones: readonly ZoneReading[]): LegendRow[] {
  const key = [
    { colour: colours.proved, text: 'proved by a check digit' },
    { colour: colours.open, text: 'no check digit covers it' },
    { colour: colours.contradicted, text: 'contradicted by a check digit' },
    { colour: colours.repaired, text: 'character was repaired' },
  ];
  if (zones.length === 0) return [{ text: 'no machine readable zone was read on this page' }];
  return [...key, ...zones.flatMap((zone, index) => [{ text: '' }, ...describeZone(zone, index)])];
}

function describeZone(zone: ZoneReading, index: number): LegendRow[] {
  const { document, lines, score } = zone;
  const head = { colour: zoneColour(zone), text: `${index + 1}: ${document.format ?? 'unknown format'}, score ${score}` };
  const fields = listFields(zone).map((field) => ({
    colour: fieldColour(field),
    text: `   ${spellOut(field.field)}: ${field.value ?? field.raw}`,
  }));
  const checks = document.checks.flatMap(({ name, holds, printed, expected }) =>
    holds === false
      ? [{ colour: colours.contradicted, text: `   check digit of ${spellOut(name)}: ${printed} printed, ${expected ?? '?'} computed` }]
      : [],
  );
  return [head, ...(fields.length > 0 ? fields : lines.map((text) => ({ text: `   ${text}` }))), ...checks];
}

/** From `birthDate` to `birth date`. */
function spellOut(name: string): string {
  return name.replace(/([A-Z0-9])/g, ' $1').toLowerCase();
}
