import type { Point } from './point.ts';
import type { Quad } from './quad.ts';

/** Whether a point lies inside a quad: on the inner side of all four edges, which run clockwise on the screen. */
export function containsPoint(quad: Quad, point: Point): boolean {
  return quad.every((from, index) => {
    const to = quad[(index + 1) % 4] as Point;
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) >= 0;
  });
}
