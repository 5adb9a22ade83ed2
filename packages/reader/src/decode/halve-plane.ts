import type { GreyPlane } from '../geometry/grey-plane.ts';

/** Half as wide and high, rounded down (never below 1): every pixel the mean of a 2 by 2 block. */
export function halvePlane(plane: GreyPlane): GreyPlane {
  const { data: from } = plane;
  const width = Math.max(1, plane.width >> 1);
  const height = Math.max(1, plane.height >> 1);
  const right = plane.width > 1 ? 1 : 0;
  const below = plane.height > 1 ? plane.width : 0;
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, i = 2 * y * plane.width; x < width; x++, i += 2) {
      data[at++] = (from[i]! + from[i + right]! + from[i + below]! + from[i + below + right]! + 2) >> 2;
    }
  }
  return { data, width, height };
}
