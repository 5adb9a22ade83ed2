import { provesItself } from './mrz/interpret/proves-itself.ts';
import type { DetectedZone } from './mrz/read-zone.ts';
import { measureLegibility } from './mrz/recognise/line-logits.ts';
import type { TracedZone } from './mrz/traced-zone.ts';
import { isRead } from './quality/quality-issue.ts';

/** What the detector takes for a zone with less evidence is seldom one, and not worth the time. */
const minEvidence = 0.85;
/** Print that is more legible than this as it is, is not mirrored. */
const maxLegibility = 0.99;
/** A mirrored page shows one document, or a few. */
const maxZones = 4;

/**
 * The zones of a page of which none could be read, after another look as in a mirror: the front
 * cameras of phones and computers store what a mirror shows. Zones are replaced only where their
 * mirror image proves itself; others stay as they were.
 *
 * @param traced the zones as detected, most evident first
 * @param detected what was read of each of them
 * @param readMirrored reads a zone as in a mirror
 */
export async function readMirroredZones(
  traced: readonly TracedZone[],
  detected: readonly DetectedZone[],
  readMirrored: (zone: TracedZone) => Promise<DetectedZone>,
): Promise<readonly DetectedZone[]> {
  if (detected.some(({ reading }) => reading && isRead(reading.zone))) return detected;
  const zones = [...detected];
  for (const [index, zone] of traced.slice(0, maxZones).entries()) {
    if (zone.lines.length === 1 || zone.evidence < minEvidence || measureLegibility(detected[index]!.logits) > maxLegibility) continue;
    const seen = await readMirrored(zone);
    if (seen.reading && provesItself(seen.reading.zone.document)) zones[index] = seen;
  }
  return zones;
}
