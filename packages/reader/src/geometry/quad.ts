import type { Point } from './point.ts';

/** Four corners in reading order: start of the first line, its end, end of the last line, its start. */
export type Quad = readonly [Point, Point, Point, Point];

/** The square from the origin to (1, 1): what a homography takes to a quad has its corners in the same order. */
export const unitSquare: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** The mean of a quad's corners. */
export function quadCentre(quad: Quad): Point {
  const x = quad.reduce((sum, point) => sum + point.x, 0) / 4;
  const y = quad.reduce((sum, point) => sum + point.y, 0) / 4;
  return { x, y };
}

/** The length of a quad's first edge, along its first line. */
export function quadLength([start, end]: Quad): number {
  return Math.hypot(end.x - start.x, end.y - start.y);
}

/** Whether a point lies inside a quad: on the inner side of all four edges, which run clockwise on the screen. */
export function containsPoint(quad: Quad, point: Point): boolean {
  return quad.every((from, index) => {
    const to = quad[(index + 1) % 4] as Point;
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) >= 0;
  });
}
