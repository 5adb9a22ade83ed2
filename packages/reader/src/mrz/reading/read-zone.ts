import type { PicturePlanes } from '../../image/plane.ts';
import type { StageClock } from '../../stage-clock.ts';
import { better, isSure, lookAgain } from '../looks/look-again.ts';
import type { TracedZone } from '../traced-zone.ts';
import { followOverrun } from './follow-overrun.ts';
import type { ZoneTools } from './recognise-zone.ts';
import { traceEvened } from './trace-evened.ts';
import { createZoneReader, type DetectedZone } from './zone-reader.ts';

/** The light as it falls, and even light. */
const trialsOfLight = 2;

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
 * prove the document. Where doubts remain, it is looked at again in other ways, first in even
 * light.
 */
export async function readZone(
  planes: PicturePlanes,
  zone: TracedZone,
  page: number,
  tools: ZoneTools,
  { today, mirrored = false, furtherLooks = false }: ZoneOptions,
  clock: StageClock,
): Promise<DetectedZone> {
  const readIn = async (light: PicturePlanes, traced: TracedZone, trials: number) => {
    const reader = createZoneReader({ planes: light, page, tools, today, mirrored, trials, clock });
    const first = await reader.read(traced);
    return { reader, zone: traced, attempt: mirrored ? first : await followOverrun(reader, traced, first) };
  };
  const seen = await readIn(planes, zone, 1);
  if (mirrored || !furtherLooks || isSure(seen.attempt)) return seen.attempt.detected;
  const { traced } = seen.attempt.detected;
  const evened = await traceEvened(planes, traced, await seen.reader.draw(traced), tools, clock);
  const other = evened && (await readIn(evened.planes, evened.zone, trialsOfLight));
  const best = other && better(seen.attempt, other.attempt) === other.attempt ? other : seen;
  return (await lookAgain(best.reader, best.zone, best.attempt)).detected;
}
