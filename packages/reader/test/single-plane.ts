import { wholePlane } from '../src/geometry/gradual-plane.ts';
import type { GreyPlane } from '../src/geometry/grey-plane.ts';
import type { PicturePlanes } from '../src/geometry/picture-planes.ts';

/** A picture of which only its full size exists. */
export function singlePlane(plane: GreyPlane): PicturePlanes {
  return { width: plane.width, height: plane.height, planeAtLeast: () => Promise.resolve(wholePlane(plane)) };
}
