import { type Homography, invertHomography, projectPoint } from '../../geometry/homography.ts';
import type { Point } from '../../geometry/point.ts';
import type { Quad } from '../../geometry/quad.ts';
import { boxAround, overlapOf, type PageFrame } from './page-frame.ts';

/** Portraits are 45 millimetres high in passports (ICAO 9303-4, 4.1.1.1), in cards two thirds. */
const portraitHeight = 34;
/**
 * What is looked at: a portrait stands left on most pages, right on some, below a heading. From its
 * upper left corner, millimetres.
 */
const reach = Object.freeze({ left: -92, top: -30, right: 122, bottom: 72 });
/** A document that is turned by more than this is not upright, radians. */
const maxTurn = 0.35;
/** Where the portrait is so small a share of the picture's width, no document fills it. */
const minShare = 0.13;

/**
 * The plane of an upright document whose zone is not shown, as far as its portrait tells where it
 * lies, in about a millimetre.
 *
 * @param portrait its corners from the upper left one clockwise, as the face stands upright; pixels
 * @returns undefined where the document fills the picture and stands upright, or nothing tells
 */
export function frameOfPortrait(portrait: Quad, picture: { readonly width: number; readonly height: number }): PageFrame | undefined {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = portrait;
  const down = between(middle(upperLeft, upperRight), middle(lowerLeft, lowerRight));
  const height = Math.hypot(down.x, down.y);
  const turn = Math.atan2(-down.x, down.y);
  const isUpright = Math.abs(turn) < maxTurn;
  if (!(height > 0) || (isUpright && height > minShare * picture.width)) return undefined;
  const unit = height / portraitHeight;
  const [cos, sin] = [unit * Math.cos(turn), unit * Math.sin(turn)];
  const toPicture: Homography = [cos, -sin, upperLeft.x, sin, cos, upperLeft.y, 0, 0, 1];
  const toFrame = invertHomography(toPicture);
  if (!toFrame) return undefined;
  const corners = [
    [0, 0],
    [picture.width, 0],
    [picture.width, picture.height],
    [0, picture.height],
  ].map(([x, y]) => projectPoint(toFrame, x!, y!));
  return { toPicture, area: overlapOf(reach, boxAround(corners)), page: undefined, zone: undefined };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function between(from: Point, to: Point): Point {
  return { x: to.x - from.x, y: to.y - from.y };
}
