import { outlineZone } from '../detect/outline-zone.ts';
import type { TracedLine, TracedZone } from '../detect/traced-zone.ts';
import type { ZoneReading } from '../reading.ts';

/** Where a zone lies and how, by those of its lines that were read. */
export function placeLines(zone: TracedZone, read: readonly number[]): Pick<ZoneReading, 'quad' | 'lineQuads' | 'rotation_deg'> {
  const lines = read.map((index) => zone.lines[index] as TracedLine);
  const { frame, rotation_deg } = zone;
  return { quad: outlineZone(lines, frame), lineQuads: lines.map((line) => outlineZone([line], frame)), rotation_deg };
}
