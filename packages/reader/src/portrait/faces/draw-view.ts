import { composeHomographies, type Homography, projectPoint } from '../../geometry/homography.ts';
import type { Point } from '../../geometry/point.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { drawArea } from '../../visual/page/flatten-page.ts';
import { viewSide } from './decode-faces.ts';

/** A square that is looked at: where its pixels lie in the picture. */
export type View = {
  /** From pixels of the view to pixels of the picture. */
  readonly toPicture: Homography;
  /** Grey 0..1, `data[y * viewSide + x]`. */
  readonly data: Float32Array;
};

/** A square of a plane: its middle, its side, and how far it is turned clockwise, radians. */
export type Square = { readonly centre: Point; readonly side: number; readonly turn: number };

/**
 * Draws a square of a plane as the network wants it.
 *
 * @param toPicture from the plane to pixels of the picture
 */
export async function drawView(planes: PicturePlanes, toPicture: Homography, { centre, side, turn }: Square): Promise<View> {
  const unit = side / viewSide;
  const [along, across] = [unit * Math.cos(turn), unit * Math.sin(turn)];
  const half = viewSide / 2;
  const toPlane: Homography = [
    along,
    -across,
    centre.x - half * along + half * across,
    across,
    along,
    centre.y - half * across - half * along,
    0,
    0,
    1,
  ];
  const map = composeHomographies(toPlane, toPicture);
  const area = { left: 0, top: 0, right: viewSide, bottom: viewSide };
  const { data } = await drawArea(planes, map, area, 1, pixelsPerPixel(map));
  return { toPicture: map, data };
}

/** Pixels of the picture for one of the view, in its middle. */
function pixelsPerPixel(map: Homography): number {
  const middle = viewSide / 2;
  const [from, to] = [projectPoint(map, middle - 10, middle), projectPoint(map, middle + 10, middle)];
  return Math.hypot(to.x - from.x, to.y - from.y) / 20;
}
