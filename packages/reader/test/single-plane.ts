import type { GreyPlane, PicturePlanes } from '../src/image/plane.ts';
import { wholePlane } from '../src/image/plane.ts';

/** A picture of which only its full size exists. */
export function singlePlane(plane: GreyPlane): PicturePlanes {
  return { width: plane.width, height: plane.height, planeAtLeast: () => Promise.resolve(wholePlane(plane)) };
}
