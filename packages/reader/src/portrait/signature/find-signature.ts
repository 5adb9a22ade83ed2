import { fitHomography, type Homography, projectPoint } from '../../geometry/homography.ts';
import { containsPoint, type Quad } from '../../geometry/quad.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { findGlyphs } from '../../visual/lines/find-glyphs.ts';
import { findInk } from '../../visual/lines/find-ink.ts';
import { findDarkerRuns, findRuns } from '../../visual/lines/find-runs.ts';
import { drawArea } from '../../visual/page/flatten-page.ts';
import { findScrawls, type Scrawl } from './find-scrawls.ts';

/** A signature: where it is, and how much like one it looks, 0 to 1. */
export type FoundSignature = { readonly quad: Quad; readonly confidence: number };

/** A portrait is taken to be so high: 32 to 45 millimetres (ICAO 9303-3, 3.9; -5, 4.2). */
const portraitHeight = 38;
/**
 * Where a signature may stand, from the lower left corner of the portrait: below it or beside it
 * (zone IV of ICAO 9303-4, -5 and -6); millimetres.
 */
const area = { left: -80, top: -12, right: 125, bottom: 20 };
const scale = 5;
/** Print that ends at the border of the picture is no signature, and neither is a portrait. */
const border = 0.5;

/**
 * Looks for the holder's signature below and beside the portrait: strokes that run into each other,
 * larger than print. None rather than a wrong one: where two look alike, there is none.
 *
 * @param portraits all that were found, the portrait first
 */
export async function findSignature(planes: PicturePlanes, portraits: readonly Quad[]): Promise<FoundSignature | undefined> {
  const [portrait] = portraits;
  const toPicture = portrait && frameOfPortrait(portrait);
  if (!toPicture) return undefined;
  const page = await drawArea(planes, toPicture, area, scale, pixelsPerMillimetre(portrait));
  const ink = findInk(page);
  const runs = findDarkerRuns(findRuns(ink, page.width, page.height), ink, page.width, 2);
  const glyphs = findGlyphs(runs, 2, ink, page.width, page);
  const place = (x: number, y: number) => projectPoint(toPicture, page.left + x / scale, page.top + y / scale);
  const isWhole = ({ top, bottom }: Scrawl) => top > 1 && bottom < page.height - 1;
  const isOnPaper = ({ left, top, right, bottom }: Scrawl) =>
    [place(left, top), place(right, top), place(right, bottom), place(left, bottom), place((left + right) / 2, (top + bottom) / 2)].every(
      (point) =>
        point.x > border &&
        point.y > border &&
        point.x < planes.width - border &&
        point.y < planes.height - border &&
        !portraits.some((quad) => containsPoint(quad, point)),
    );
  const [best, second] = findScrawls(glyphs, scale).filter((one) => isWhole(one) && isOnPaper(one));
  if (!best || (second && second.worth > maxRivalShare * best.worth)) return undefined;
  const { left, top, right, bottom, worth } = best;
  return { quad: [place(left, top), place(right, top), place(right, bottom), place(left, bottom)], confidence: worth };
}

/** Where a second one is so much like a signature as the first, neither is given. */
const maxRivalShare = 0.85;

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

function length(from: Quad[0], to: Quad[0]): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
