import { fitHomography, projectPoint } from './homography.ts';
import type { Point } from './point.ts';
import { type Quad, unitSquare } from './quad.ts';

/**
 * The part of a quad between two shares of its length, seen in perspective: of a line's quad, characters 5 to 14 of 44 are
 * `cutQuad(quad, 5 / 44, 14 / 44)`.
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
