import { provesItself } from './mrz/proves-itself.ts';
import type { DetectedZone } from './mrz/reading/zone-reader.ts';
import { measureLegibility } from './mrz/recognise/line-logits.ts';
import type { TracedZone } from './mrz/traced-zone.ts';
import { isRead } from './quality/quality-issue.ts';

/** What the detector takes for a zone with less evidence is seldom one, and not worth the time. */
const minEvidence = 0.85;
/** Print that is more legible than this as it is, is not mirrored. */
const maxLegibility = 0.99;
/** A mirrored page shows one document, or a few. */
const maxZones = 4;

/** How zones are looked at as in a mirror. */
type MirroredLook = {
  /** Quick: tells by a line how legible a zone is, 0 to 1. */
  readonly legibility: (zone: TracedZone) => Promise<number>;
  readonly read: (zone: TracedZone) => Promise<DetectedZone>;
};

/**
 * The zones of a page of which none could be read, after another look as in a mirror: the front
 * cameras of phones and computers store what a mirror shows. Zones are replaced only where their
 * mirror image proves itself; others stay as they were.
 *
 * @param traced the zones as detected, most evident first
 * @param detected what was read of each of them
 */
export async function readMirroredZones(
  traced: readonly TracedZone[],
  detected: readonly DetectedZone[],
  look: MirroredLook,
): Promise<readonly DetectedZone[]> {
  if (detected.some(({ reading }) => reading && isRead(reading.zone))) return detected;
  const zones = [...detected];
  for (const [index, zone] of traced.slice(0, maxZones).entries()) {
    const legibility = measureLegibility(detected[index]!.logits);
    if (zone.lines.length === 1 || zone.evidence < minEvidence || legibility > maxLegibility) continue;
    if ((await look.legibility(zone)) <= legibility) continue;
    const seen = await look.read(zone);
    if (seen.reading && provesItself(seen.reading.zone.document)) zones[index] = seen;
  }
  return zones;
}
