import type { ZoneReading } from '../../reading.ts';
import type { InterpretedZone } from '../interpret/interpret-lines.ts';
import type { TextSpan } from '../interpret/measure-span.ts';
import { stripGeometry } from '../line-strips.ts';
import { outlineZone, type TracedLine, type TracedZone } from '../traced-zone.ts';

/** Pixels of a strip for each step of the recogniser. */
const stepWidth = 4;
/**
 * How many steps before a character's centre the shipped recogniser names it: 0.95, within 0.3, on
 * 24 drawn documents in three sizes. Training decides this; a test on drawn documents fails if
 * another recogniser differs.
 */
const recogniserLead = 0.95;

/**
 * Where a zone lies and how it is turned, according to the lines that were read. A line begins and
 * ends where its characters do, or, if they were not placed in the strip, where it was traced.
 */
export function placeLines(
  zone: TracedZone,
  { strips, spans }: Pick<InterpretedZone, 'strips' | 'spans'>,
): Pick<ZoneReading, 'quad' | 'lineQuads' | 'rotation_deg'> {
  const { frame, rotation_deg } = zone;
  const lines = strips.map((strip, index) => spanLine(zone, zone.lines[strip]!, spans[index]));
  return { quad: outlineZone(lines, frame), lineQuads: lines.map((line) => outlineZone([line], frame)), rotation_deg };
}

/** The same zone with the lines that were read as long as their text. */
export function trimLines(zone: TracedZone, { strips, spans }: Pick<InterpretedZone, 'strips' | 'spans'>): TracedZone {
  const lines = zone.lines.map((line, strip) => {
    const index = strips.indexOf(strip);
    return index < 0 ? line : spanLine(zone, line, spans[index]);
  });
  return { ...zone, lines, quad: outlineZone(lines, zone.frame) };
}

/** A line from its first character to its last one. */
function spanLine({ lines }: TracedZone, line: TracedLine, span: TextSpan | undefined): TracedLine {
  // As the strips were drawn: a margin, then the place where the leftmost traced line begins.
  const left = Math.min(...lines.map(({ start }) => start));
  const along = (step: number) => left + ((step + recogniserLead) * stepWidth - stripGeometry.margin) / stripGeometry.glyphHeight;
  return span ? { ...line, start: along(span.start), end: along(span.end) } : line;
}
