import { containsPoint, type Quad, quadCentre, quadLength } from '../geometry/quad.ts';
import type { PicturePlanes } from '../image/plane.ts';
import { createDetector, type Detector, type DetectorDeps } from './detector/create-detector.ts';
import type { DetectionMap } from './detector/detection-map.ts';
import type { ZoneBox } from './search/box-ribbons.ts';
import { findHints } from './search/find-hints.ts';
import { locateZones } from './search/locate-zones.ts';
import { planLastLook } from './search/plan-last-look.ts';
import { type HintLevels, planSearch } from './search/plan-search.ts';
import type { TracedZone } from './traced-zone.ts';
import { traceZone } from './zone/trace-zone.ts';

/** At most this many places are looked at again at each size of the picture. */
const maxPlaces = 6;
/** A zone with more evidence than this ends the search, if it is the only one. */
const convincing = 0.6;
/** Unless it is shorter than this share of the picture's longer side: another document of that size would then be too small for the look that found it. */
const roomy = 0.28;
/** A zone that is this long in a look, pixels, shows its lines apart there. */
const distinct = 200;
/** A zone with less evidence is not worth the recogniser's time. */
const worthReading = 0.15;

/**
 * Finds the machine readable zones of a picture at any angle. A pass over a small plane comes first;
 * where its zones do not convince or are small, finer passes follow over the regions in which the
 * pass before shows activity. If still nothing convinces, everything printed is searched in tiles.
 *
 * @returns the zones, most evident first; empty when there is none
 */
export async function detectMrz(planes: PicturePlanes, deps: DetectorDeps): Promise<TracedZone[]> {
  const detector = createDetector(deps, planes);
  const found: TracedZone[] = [];
  const trace = async (map: DetectionMap, minLength = 0) => {
    const isNew = ({ centre }: ZoneBox) => !found.some((zone) => zone.fitsLayout && containsPoint(zone.quad, centre));
    const candidates = locateZones(map, deps.scratch).filter((candidate) => candidate.length >= minLength && isNew(candidate));
    for (const candidate of candidates.slice(0, maxPlaces)) found.push(...(await traceZone(detector, map, candidate)));
  };
  const longSide = Math.max(planes.width, planes.height);
  const { first, finer } = planSearch(planes);
  const overview = await detector.overview(first);
  await trace(overview);
  if (!isSettled(found, roomy * longSide)) {
    const passes = finer.map((pass) => ({ scale: longSide / pass.longSide, levels: pass.levels }));
    const known = found.filter((zone) => zone.fitsLayout && convinces(zone)).map(({ quad }) => quad);
    for (const map of await refine(detector, overview, { passes, known })) await trace(map);
  }
  if (!found.some(convinces)) {
    const { regions, scales } = await planLastLook(planes, { first, finest: finer.at(-1)?.longSide ?? first });
    for (const scale of scales) {
      // Zones that are short at this scale are left to the next, finer one, which separates their lines.
      const minLength = scale === scales.at(-1) ? 0 : distinct * scale;
      for (const region of regions) await trace(await detector.region(region, scale), minLength);
      if (found.some(convinces)) break;
    }
  }
  return rankZones(found.filter((zone) => zone.evidence >= worthReading));
}

type Refinement = { readonly passes: readonly { readonly scale: number; readonly levels: HintLevels }[]; readonly known: readonly Quad[] };

/**
 * The maps of the finest pass over the regions in which each pass shows activity outside known zones.
 * Only these are searched, since what a coarser pass shows may be part of a larger whole.
 */
async function refine(detector: Detector, overview: DetectionMap, { passes, known }: Refinement): Promise<readonly DetectionMap[]> {
  let maps: readonly DetectionMap[] = [overview];
  for (const { scale, levels } of passes) {
    const regions = maps.flatMap((map) => findHints(map, levels, known));
    const finer: DetectionMap[] = [];
    for (const region of regions) finer.push(await detector.region(region, scale));
    maps = finer;
  }
  return passes.length > 0 ? maps : [];
}

function convinces({ evidence }: TracedZone): boolean {
  return evidence >= convincing;
}

/**
 * Whether one zone was found that convinces and is so long that nothing else can have been too small to be found with it. Where there are two there may be
 * three: the print of one document is fainter than that of the others.
 */
function isSettled(found: readonly TracedZone[], leastLength: number): boolean {
  const [only, ...others] = found.filter(convinces);
  return only !== undefined && others.length === 0 && only.fitsLayout && quadLength(only.quad) >= leastLength;
}

/** The most evident zones first, those that no MRZ is laid out like last, without those whose middle lies in a better one or that hold the middle of a better one. */
function rankZones(zones: readonly TracedZone[]): TracedZone[] {
  const kept: TracedZone[] = [];
  for (const zone of [...zones].sort((a, b) => Number(b.fitsLayout) - Number(a.fitsLayout) || b.evidence - a.evidence)) {
    const repeats = kept.some(
      (better) => containsPoint(better.quad, quadCentre(zone.quad)) || containsPoint(zone.quad, quadCentre(better.quad)),
    );
    if (!repeats) kept.push(zone);
  }
  return kept;
}
