import { containsPoint } from '../geometry/contains-point.ts';
import type { Network } from '../geometry/network.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { locateZones } from './locate-zones.ts';
import type { Overview } from './overview.ts';
import { planSearch } from './plan-search.ts';
import { rankZones } from './rank-zones.ts';
import { traceZone } from './trace-zone.ts';
import type { TracedZone } from './traced-zone.ts';
import { viewPicture } from './view-picture.ts';
import type { ZoneBox } from './zone-box.ts';

/** At most this many places are looked at again at each size of the picture. */
const maxPlaces = 6;
/** A zone with more evidence than this ends the search. */
const convincing = 0.6;
/** Unless it is shorter than this share of the picture's longer side: another document of that size would then be too small for the look that found it. */
const roomy = 0.28;
/** Where the first look is nowhere even this certain, a finer one finds nothing either: of lines half as large as it wants, something shows. */
const leastHint = 0.1;
/** A zone with less evidence is not worth the recogniser's time. */
const worthReading = 0.15;

/**
 * Finds the machine readable zones of a picture at any angle: on a small plane first, and only if nothing there convinces, or
 * what does is small, on finer ones.
 *
 * @returns the zones, the most evident first; empty when there is none
 */
export async function detectMrz(planes: PicturePlanes, network: Network, scratch: Scratch): Promise<TracedZone[]> {
  const found: TracedZone[] = [];
  for (const longSide of planSearch(planes)) {
    const overview = await viewPicture(planes, network, scratch, longSide);
    const isNew = (place: ZoneBox) => !found.some((zone) => containsPoint(zone.quad, place.centre));
    const places = locateZones(overview, scratch).filter(isNew).slice(0, maxPlaces);
    for (const place of places) found.push(...(await traceZone(planes, overview, place, network, scratch)));
    if (isBlank(overview)) break;
    if (found.some((zone) => zone.evidence >= convincing && lengthOf(zone) >= roomy * Math.max(planes.width, planes.height))) break;
  }
  return rankZones(found.filter((zone) => zone.evidence >= worthReading));
}

function isBlank({ maps }: Overview): boolean {
  return maps.probability.every((probability) => probability < leastHint);
}

function lengthOf({ quad: [start, end] }: TracedZone): number {
  return Math.hypot(end.x - start.x, end.y - start.y);
}
