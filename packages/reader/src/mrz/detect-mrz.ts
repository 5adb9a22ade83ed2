import { containsPoint, type Quad, quadCentre, quadLength } from '../geometry/quad.ts';
import type { PicturePlanes } from '../image/plane.ts';
import { createDetector, type Detector, type DetectorDeps } from './detector/create-detector.ts';
import { type DetectionMap, noOverview } from './detector/detection-map.ts';
import type { ZoneBox } from './search/box-segments.ts';
import { findCandidateRegions } from './search/find-candidate-regions.ts';
import { findCandidateZones } from './search/find-candidate-zones.ts';
import { findComponents } from './search/find-components.ts';
import { planPasses } from './search/plan-passes.ts';
import { planTiledPass } from './search/plan-tiled-pass.ts';
import { type DetectionThresholds, type PassTuning, searchTuning } from './search-tuning.ts';
import type { TracedZone } from './traced-zone.ts';
import { boxQuad } from './zone/box-quad.ts';
import { traceZone } from './zone/trace-zone.ts';

type DetectionDeps = DetectorDeps & {
  /** The sizes of the passes and when they end; those of `searchTuning` unless given. */
  readonly tuning?: PassTuning;
};

/** How much is searched: a video frame that shows nothing is followed by another one. */
export type SearchOptions = {
  /**
   * `coarse`: the whole picture, small. `guided`: then finer wherever the pass before shows
   * activity. `all`, the default: then, if still nothing convinces, everything printed, in tiles.
   */
  readonly passes?: 'coarse' | 'guided' | 'all';
  /**
   * Outlines of zones in pixels of the picture, such as those of the frame before. They are traced
   * first; if that finds a zone, nothing else is searched.
   */
  readonly expectedAt?: readonly Quad[];
};

/**
 * Finds the machine readable zones of a picture at any angle. A pass over a small plane comes
 * first; where its zones do not convince or are small, finer passes follow over the regions in
 * which the pass before shows activity. If still nothing convinces, everything printed is searched
 * in tiles.
 *
 * @returns the zones, most evident first; empty when there is none
 */
export async function detectMrz(
  planes: PicturePlanes,
  { tuning = searchTuning.passes, ...deps }: DetectionDeps,
  { passes = 'all', expectedAt = [] }: SearchOptions = {},
): Promise<TracedZone[]> {
  const detector = createDetector(deps, planes);
  const longSide = Math.max(planes.width, planes.height);
  const found: TracedZone[] = [];
  const isConfident = ({ evidence }: TracedZone) => evidence >= tuning.minConfidentEvidence;
  const finish = () => {
    const zones = suppressOverlaps(found.filter((zone) => zone.evidence >= tuning.minEvidence));
    detector.observe?.({ kind: 'zones', zones });
    return zones;
  };
  for (const quad of expectedAt) found.push(...(await traceZone(detector, noOverview, boxQuad(quad))));
  if (found.some((zone) => zone.fitsLayout && isConfident(zone))) return finish();

  const trace = async (map: DetectionMap, minLength = 0) => {
    const segments = findComponents(map.maps, deps.scratch);
    const candidates = findCandidateZones(segments, map);
    detector.observe?.({ kind: 'candidates', map, segments, zones: candidates });
    const isNew = ({ centre }: ZoneBox) => !found.some((zone) => zone.fitsLayout && containsPoint(zone.quad, centre));
    const wanted = candidates.filter((candidate) => candidate.length >= minLength && isNew(candidate)).slice(0, tuning.maxCandidates);
    for (const candidate of wanted) found.push(...(await traceZone(detector, map, candidate)));
  };

  const { first, finer } = planPasses(planes, tuning);
  const overview = await detector.overview(first);
  await trace(overview);
  if (passes !== 'coarse' && !isSettled(found.filter(isConfident), tuning.minSettledShare * longSide)) {
    const known = found.filter((zone) => zone.fitsLayout && isConfident(zone)).map(({ quad }) => quad);
    const refinements = finer.map((pass) => ({ scale: longSide / pass.longSide, thresholds: pass.thresholds, known }));
    for (const map of await refine(detector, overview, refinements)) await trace(map);
  }
  if (passes === 'all' && !found.some(isConfident)) {
    const { regions, scales } = await planTiledPass(planes, { first, finest: finer.at(-1)?.longSide ?? first });
    for (const scale of scales) {
      // Zones that are short at this scale are left to the next, finer one, which separates their
      // lines.
      const minLength = scale === scales.at(-1) ? 0 : searchTuning.tiles.minZoneLength * scale;
      for (const region of regions) await trace(await detector.region(region, scale), minLength);
      if (found.some(isConfident)) break;
    }
  }
  return finish();
}

type Refinement = { readonly scale: number; readonly thresholds: DetectionThresholds; readonly known: readonly Quad[] };

/**
 * The maps of the finest pass over the regions in which each pass shows activity outside known
 * zones. Only these are searched, since what a coarser pass shows may be part of a larger whole.
 */
async function refine(detector: Detector, overview: DetectionMap, refinements: readonly Refinement[]): Promise<readonly DetectionMap[]> {
  let maps: readonly DetectionMap[] = [overview];
  for (const { scale, thresholds, known } of refinements) {
    const regions = maps.flatMap((map) => findCandidateRegions(map, thresholds, known));
    const finer: DetectionMap[] = [];
    for (const region of regions) finer.push(await detector.region(region, scale));
    maps = finer;
  }
  return refinements.length > 0 ? maps : [];
}

/**
 * True if exactly one confident zone was found and it is long enough that a second document of the
 * same size would have been visible at this scale. With two or more, keep searching: another may be
 * fainter.
 */
function isSettled(confident: readonly TracedZone[], minLength: number): boolean {
  const [only, ...others] = confident;
  return only !== undefined && others.length === 0 && only.fitsLayout && quadLength(only.quad) >= minLength;
}

/**
 * Non-maximum suppression: of zones that contain each other's centre only the best stays. Best are
 * those with the layout of an MRZ, most evident first.
 */
function suppressOverlaps(zones: readonly TracedZone[]): TracedZone[] {
  const kept: TracedZone[] = [];
  for (const zone of [...zones].sort((a, b) => Number(b.fitsLayout) - Number(a.fitsLayout) || b.evidence - a.evidence)) {
    const overlaps = kept.some(
      (better) => containsPoint(better.quad, quadCentre(zone.quad)) || containsPoint(zone.quad, quadCentre(better.quad)),
    );
    if (!overlaps) kept.push(zone);
  }
  return kept;
}
