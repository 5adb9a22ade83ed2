import { fitHomography, type Homography, invertHomography, projectPoint } from '../../geometry/homography.ts';
import type { Point } from '../../geometry/point.ts';
import { containsPoint, type Quad } from '../../geometry/quad.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { drawArea } from '../../visual/page/flatten-page.ts';
import { type PageFrame, sightOf } from '../../visual/page/page-frame.ts';
import { rateScrawls } from './rate-scrawls.ts';

/** A signature: where it is, and how much like one it looks, 0 to 1. */
export type FoundSignature = { readonly quad: Quad; readonly confidence: number };

/** What is known of a page: its portrait, and the lines of its machine readable zone; pixels. */
export type KnownPlaces = { readonly portrait: Quad; readonly zoneLines?: readonly Quad[] | undefined };

/** A portrait is taken to be so high: 32 to 45 millimetres (ICAO 9303-3, 3.9; -5, 4.2). */
const portraitHeight = 38;
/**
 * Where a signature may stand, from the lower left corner of the portrait: below it or beside it
 * (zone IV of ICAO 9303-4, -5 and -6); millimetres.
 */
const area = { left: -110, top: -20, right: 125, bottom: 20 };
const scale = 5;
/** What lies further out of the picture changes nothing of what its ink looks like; millimetres. */
const around = 5;
/** Ink that ends at the border of the picture is no signature. */
const border = 0.5;
/** Square millimetres of loose strokes that surely are a signature's, and that may be one's. */
const sureWorth = 60;
const minWorth = 10;
/** Where a second one is so much like a signature as the first, neither is given. */
const maxRivalShare = 0.85;

/**
 * Looks for the holder's signature below and beside the portrait: strokes of a pen that run into
 * each other, as dark as print. None rather than a wrong one: where two look alike, there is none.
 */
export async function findSignature(planes: PicturePlanes, { portrait, zoneLines = [] }: KnownPlaces): Promise<FoundSignature | undefined> {
  const toPicture = frameOfPortrait(portrait);
  if (!toPicture) return undefined;
  const seen = areaInSight(toPicture, planes);
  if (!(seen.right > seen.left && seen.bottom > seen.top)) return undefined;
  const page = await drawArea(planes, toPicture, seen, scale, pixelsPerMillimetre(portrait));
  const place = (x: number, y: number) => projectPoint(toPicture, page.left + x / scale, page.top + y / scale);
  const taken = [portrait, ...zoneLines];
  const isFree = (point: Point) => isWithin(point, planes) && !taken.some((quad) => containsPoint(quad, point));
  const [best, second] = rateScrawls(page, (x, y) => isFree(place(x, y)));
  if (!best || best.worth < minWorth || (second && second.worth > maxRivalShare * best.worth)) return undefined;
  const { left, top, right, bottom, worth } = best;
  return {
    quad: [place(left, top), place(right, top), place(right, bottom), place(left, bottom)],
    confidence: Math.min(0.99, worth / sureWorth),
  };
}

function isWithin({ x, y }: Point, { width, height }: PicturePlanes): boolean {
  return x > border && y > border && x < width - border && y < height - border;
}

/**
 * The area as far as the picture shows it, in whole millimetres; turned over where it shows none.
 */
function areaInSight(toPicture: Homography, picture: PicturePlanes): PageFrame['area'] {
  const toFrame = invertHomography(toPicture);
  const sight = toFrame && sightOf(toFrame, picture);
  if (!sight) return area;
  return {
    left: Math.max(area.left, Math.floor(sight.left) - around),
    top: Math.max(area.top, Math.floor(sight.top) - around),
    right: Math.min(area.right, Math.ceil(sight.right) + around),
    bottom: Math.min(area.bottom, Math.ceil(sight.bottom) + around),
  };
}

/** Millimetres from the portrait's lower left corner. */
function frameOfPortrait(quad: Quad): Homography | undefined {
  const width =
    (portraitHeight * (length(quad[0], quad[1]) + length(quad[3], quad[2]))) / (length(quad[0], quad[3]) + length(quad[1], quad[2]));
  const corners = [
    { x: 0, y: -portraitHeight },
    { x: width, y: -portraitHeight },
    { x: width, y: 0 },
    { x: 0, y: 0 },
  ];
  return fitHomography(corners, quad);
}

function pixelsPerMillimetre(quad: Quad): number {
  return (length(quad[0], quad[3]) + length(quad[1], quad[2])) / 2 / portraitHeight;
}

function length(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
