import { containsPoint, type Quad, quadCentre, quadLength } from '../geometry/quad.ts';
import type { PicturePlanes } from '../image/plane.ts';
import type { Scratch } from '../image/scratch.ts';
import type { Network } from '../runtime/network.ts';
import { type Overview, viewPicture, viewRegion } from './detector/view-picture.ts';
import type { ZoneBox } from './search/box-ribbons.ts';
import { findHints } from './search/find-hints.ts';
import { locateZones } from './search/locate-zones.ts';
import { planLastLook } from './search/plan-last-look.ts';
import { type FinerLook, planSearch } from './search/plan-search.ts';
import type { TracedZone } from './traced-zone.ts';
import { boxQuad } from './zone/box-quad.ts';
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

/** How much is searched: a video frame that shows nothing is followed by another one. */
export type SearchOptions = {
  /**
   * `coarse`: the whole picture, small. `guided`: then finer wherever the pass before shows a hint.
   * `all`, the default: then, if still nothing convinces, finer still wherever anything is printed.
   */
  readonly passes?: 'coarse' | 'guided' | 'all';
  /**
   * Outlines of zones in pixels of the picture, such as those of the frame before. They are traced
   * first; if that finds a zone, nothing else is searched.
   */
  readonly expectedAt?: readonly Quad[];
};

/** For a zone that is traced before the picture was seen as a whole: cells too coarse to tell anything. */
const nothingSeen: Overview = {
  maps: { width: 0, height: 0, probability: new Float32Array(), cosine: new Float32Array(), sine: new Float32Array() },
  cellWidth: Number.POSITIVE_INFINITY,
  cellHeight: Number.POSITIVE_INFINITY,
  origin: { x: 0, y: 0 },
};

/**
 * Finds the machine readable zones of a picture at any angle: on a small plane first, and if nothing there convinces, or what does is
 * small, on finer ones wherever the one before shows a hint; if still nothing convinces, more and more closely wherever anything is printed.
 *
 * @returns the zones, the most evident first; empty when there is none
 */
export async function detectMrz(
  planes: PicturePlanes,
  network: Network,
  scratch: Scratch,
  { passes = 'all', expectedAt = [] }: SearchOptions = {},
): Promise<TracedZone[]> {
  const found: TracedZone[] = [];
  for (const quad of expectedAt) found.push(...(await traceZone(planes, nothingSeen, boxQuad(quad), network, scratch)));
  if (found.some((zone) => zone.fitsLayout && convinces(zone))) return rankZones(found.filter(isWorthReading));
  const search = async (overview: Overview, leastLength = 0) => {
    const isNew = (place: ZoneBox) => !found.some((zone) => zone.fitsLayout && containsPoint(zone.quad, place.centre));
    const isWanted = (place: ZoneBox) => place.length >= leastLength && isNew(place);
    const places = locateZones(overview, scratch).filter(isWanted).slice(0, maxPlaces);
    for (const place of places) found.push(...(await traceZone(planes, overview, place, network, scratch)));
  };
  const longSide = Math.max(planes.width, planes.height);
  const { first, finer } = planSearch(planes);
  const overview = await viewPicture(planes, network, scratch, first);
  await search(overview);
  if (passes !== 'coarse' && !isSettled(found, roomy * longSide)) {
    const known = found.filter((zone) => zone.fitsLayout && convinces(zone)).map(({ quad }) => quad);
    for (const closest of await lookCloser(planes, overview, finer, known, network, scratch)) await search(closest);
  }
  if (passes === 'all' && !found.some(convinces)) {
    const { regions, scales } = await planLastLook(planes, { first, finest: finer.at(-1)?.longSide ?? first });
    for (const scale of scales) {
      // What is small for a look is left to the next one: that sees its lines apart.
      const leastLength = scale === scales.at(-1) ? 0 : distinct * scale;
      for (const region of regions) await search(await viewRegion(planes, network, scratch, region, scale), leastLength);
      if (found.some(convinces)) break;
    }
  }
  return rankZones(found.filter(isWorthReading));
}

/** The finest look, at the places of which each look before it shows hints: a zone that a coarser one shows may be a part of what there is. */
async function lookCloser(
  planes: PicturePlanes,
  overview: Overview,
  finer: readonly FinerLook[],
  known: readonly Quad[],
  network: Network,
  scratch: Scratch,
): Promise<readonly Overview[]> {
  let looks: readonly Overview[] = [overview];
  for (const { longSide, levels } of finer) {
    const scale = Math.max(planes.width, planes.height) / longSide;
    const closer: Overview[] = [];
    for (const region of looks.flatMap((look) => findHints(look, levels, known))) {
      closer.push(await viewRegion(planes, network, scratch, region, scale));
    }
    looks = closer;
  }
  return finer.length > 0 ? looks : [];
}

function isWorthReading({ evidence }: TracedZone): boolean {
  return evidence >= worthReading;
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
