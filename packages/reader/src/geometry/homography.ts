import type { Point } from './point.ts';
import { solveLinearSystem } from './solve-linear-system.ts';

/**
 * A projective map of the plane as a 3x3 matrix in row-major order, scaled so that its last element
 * is 1 where that is possible.
 */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** Where a homography takes a point. */
export function projectPoint(h: Homography, x: number, y: number): Point {
  const w = h[6] * x + h[7] * y + h[8];
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w };
}

/** The map that applies `first` and then `second`. */
export function composeHomographies(first: Homography, second: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = second;
  const [j, k, l, m, n, o, p, q, r] = first;
  return [
    a * j + b * m + c * p,
    a * k + b * n + c * q,
    a * l + b * o + c * r,
    d * j + e * m + f * p,
    d * k + e * n + f * q,
    d * l + e * o + f * r,
    g * j + h * m + i * p,
    g * k + h * n + i * q,
    g * l + h * o + i * r,
  ];
}

/**
 * The map that undoes a homography; undefined when it has none, because it squeezes the plane into
 * a line.
 */
export function invertHomography(matrix: Homography): Homography | undefined {
  const [a, b, c, d, e, f, g, h, i] = matrix;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!Number.isFinite(1 / determinant)) return undefined;
  const s = 1 / determinant;
  return [
    (e * i - f * h) * s,
    (c * h - b * i) * s,
    (b * f - c * e) * s,
    (f * g - d * i) * s,
    (a * i - c * g) * s,
    (c * d - a * f) * s,
    (d * h - e * g) * s,
    (b * g - a * h) * s,
    (a * e - b * d) * s,
  ];
}

/**
 * The homography that takes each point of `from` to its partner in `to`: exactly for four points,
 * by least squares for more. Both sides are brought to a common scale first (Hartley, "In defense
 * of the eight-point algorithm", 1997).
 *
 * @returns undefined for fewer than four points or when three of four lie on a line
 */
export function fitHomography(from: readonly Point[], to: readonly Point[]): Homography | undefined {
  if (from.length < 4 || from.length !== to.length) return undefined;
  const fromScaled = normaliseScale(from);
  const toScaled = normaliseScale(to);
  const undoTo = invertHomography(toScaled);
  if (!undoTo) return undefined;
  const inner = solveNormalEquations(projectAll(fromScaled, from), projectAll(toScaled, to));
  if (!inner) return undefined;
  return scaleLastToOne(composeHomographies(composeHomographies(fromScaled, inner), undoTo));
}

function projectAll(map: Homography, points: readonly Point[]): Point[] {
  return points.map((point) => projectPoint(map, point.x, point.y));
}

/**
 * The similarity that brings the points' centre to the origin and their mean distance from it to
 * the square root of two.
 */
function normaliseScale(points: readonly Point[]): Homography {
  let centreX = 0;
  let centreY = 0;
  for (const point of points) {
    centreX += point.x / points.length;
    centreY += point.y / points.length;
  }
  let distance = 0;
  for (const point of points) distance += Math.hypot(point.x - centreX, point.y - centreY) / points.length;
  const scale = distance > 0 ? Math.SQRT2 / distance : 1;
  return [scale, 0, -scale * centreX, 0, scale, -scale * centreY, 0, 0, 1];
}

function solveNormalEquations(from: readonly Point[], to: readonly Point[]): Homography | undefined {
  const matrix = new Float64Array(64);
  const right = new Float64Array(8);
  from.forEach(({ x, y }, index) => {
    const target = to[index] as Point;
    addEquation(matrix, right, [x, y, 1, 0, 0, 0, -x * target.x, -y * target.x], target.x);
    addEquation(matrix, right, [0, 0, 0, x, y, 1, -x * target.y, -y * target.y], target.y);
  });
  if (!solveLinearSystem(matrix, right, 8)) return undefined;
  const [a, b, c, d, e, f, g, h] = right as unknown as [number, number, number, number, number, number, number, number];
  return [a, b, c, d, e, f, g, h, 1];
}

function addEquation(matrix: Float64Array, right: Float64Array, row: readonly number[], value: number): void {
  for (let i = 0; i < 8; i++) {
    const weight = row[i] as number;
    right[i] = (right[i] as number) + weight * value;
    for (let j = 0; j < 8; j++) matrix[i * 8 + j] = (matrix[i * 8 + j] as number) + weight * (row[j] as number);
  }
}

function scaleLastToOne(h: Homography): Homography | undefined {
  const s = 1 / h[8];
  if (!Number.isFinite(s)) return undefined;
  return [h[0] * s, h[1] * s, h[2] * s, h[3] * s, h[4] * s, h[5] * s, h[6] * s, h[7] * s, 1];
}
