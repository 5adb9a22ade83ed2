import { fitHomography, projectPoint } from './homography.ts';
import type { Point } from './point.ts';

/**
 * Four corners in reading order: start of the first line, its end, end of the last line, its start.
 */
export type Quad = readonly [Point, Point, Point, Point];

/**
 * The square from the origin to (1, 1): what a homography takes to a quad has its corners in the
 * same order.
 */
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

/**
 * Whether a point lies inside a quad: on the inner side of all four edges, which run clockwise on
 * the screen.
 */
export function containsPoint(quad: Quad, point: Point): boolean {
  return quad.every((from, index) => {
    const to = quad[(index + 1) % 4] as Point;
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) >= 0;
  });
}

/**
 * The part of a quad between two shares of its length, seen in perspective: of a line's quad,
 * characters 5 to 14 of 44 are `cutQuad(quad, 5 / 44, 14 / 44)`.
 *
 * @param from 0 at the start of the text, 1 at its end; may lie beyond
 */
export function cutQuad(quad: Quad, from: number, to: number): Quad {
  const map = fitHomography(unitSquare, quad);
  const corner = (u: number, v: number): Point => (map ? projectPoint(map, u, v) : mixCorners(quad, u, v));
  return [corner(from, 0), corner(to, 0), corner(to, 1), corner(from, 1)];
}

/** For a quad without area, which no perspective explains. */
function mixCorners([a, b, c, d]: Quad, u: number, v: number): Point {
  const mix = (key: 'x' | 'y') => (a[key] * (1 - u) + b[key] * u) * (1 - v) + (d[key] * (1 - u) + c[key] * u) * v;
  return { x: mix('x'), y: mix('y') };
}

/** The same quad in a picture that is so many times as wide and high. */
export function scaleQuad([a, b, c, d]: Quad, byX: number, byY: number): Quad {
  const scale = ({ x, y }: Point): Point => ({ x: x * byX, y: y * byY });
  return [scale(a), scale(b), scale(c), scale(d)];
}
