import type { PicturePlanes } from '../image/plane.ts';
import type { StageClock } from '../stage-clock.ts';
import { followOverrun } from './follow-overrun.ts';
import { lookAgain } from './looks/look-again.ts';
import type { ZoneTools } from './recognise-zone.ts';
import type { TracedZone } from './traced-zone.ts';
import { createZoneReader, type DetectedZone } from './zone-reader.ts';

/** How a zone is read. */
type ZoneOptions = {
  /** ISO date: centuries and expiry depend on it. */
  readonly today: string;
  /** Read as in a mirror. */
  readonly mirrored?: boolean;
  /** Whether a reading that leaves doubts is worth the time of further looks. */
  readonly furtherLooks?: boolean;
};

/**
 * Reads what was traced as a zone; `reading` is undefined when it does not read like one. Lines
 * that go on beyond where they were traced are followed further, which counts if check digits then
 * prove the document. Where doubts remain, it is looked at again in other ways.
 */
export async function readZone(
  planes: PicturePlanes,
  zone: TracedZone,
  page: number,
  tools: ZoneTools,
  { today, mirrored = false, furtherLooks = false }: ZoneOptions,
  clock: StageClock,
): Promise<DetectedZone> {
  const reader = createZoneReader({ planes, page, tools, today, mirrored, clock });
  const first = await reader.read(zone);
  if (mirrored) return first.detected;
  const followed = await followOverrun(reader, zone, first);
  const last = furtherLooks ? await lookAgain(reader, zone, followed) : followed;
  return last.detected;
}
