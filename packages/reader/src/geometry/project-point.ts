import type { Homography } from './homography.ts';
import type { Point } from './point.ts';

/** Where a homography takes a point. */
export function projectPoint(h: Homography, x: number, y: number): Point {
  const w = h[6] * x + h[7] * y + h[8];
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w };
}
