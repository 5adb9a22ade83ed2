import type { Point } from '../../geometry/point.ts';
import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { CropLine } from '../trace/crop-line.ts';
import { traceTuning } from '../trace-tuning.ts';

/** A zone's left or right edge in a crop: x = `x` + `slope` * (y - `y`). */
export type LineEnds = { readonly x: number; readonly y: number; readonly slope: number };

const { endNoise, leanScatter, maxLean } = traceTuning.shape;

/**
 * The edge on which the lines of a zone start (or end). The lines of an MRZ are equally long, so
 * the edge shows how glyphs lean in perspective. The further the lines are apart, the more exact it
 * is.
 *
 *
 * @param upright slope of the normal of the lines
 */
export function fitLineEnds(lines: readonly CropLine[], side: 'start' | 'end', upright: number): LineEnds {
  const points = lines.map((line): Point => ({ x: line[side], y: evaluatePolynomial(line.centreline, line[side]) }));
  const first = points[0] as Point;
  const last = points.at(-1) as Point;
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const lean = measureLean(points, x, y) - upright;
  const glyphHeight = evaluatePolynomial((lines[0] as CropLine).glyphHeight, first.x);
  const noise = (endNoise * Math.SQRT2 * glyphHeight) / Math.max(last.y - first.y, 1e-6);
  if (lines.length < 2 || !(Math.abs(lean) <= maxLean)) return { ...findOutermost(points, side, upright, y), slope: upright };
  const trust = leanScatter ** 2 / (leanScatter ** 2 + noise ** 2);
  return { x, y, slope: upright + trust * lean };
}

function measureLean(points: readonly Point[], meanX: number, meanY: number): number {
  let product = 0;
  let square = 0;
  for (const { x, y } of points) {
    product += (x - meanX) * (y - meanY);
    square += (y - meanY) ** 2;
  }
  return product / square;
}

/**
 * Where the ends contradict each other, the outermost counts: a line may be covered, but none
 * extends beyond its end.
 */
function findOutermost(points: readonly Point[], side: 'start' | 'end', slope: number, y: number): { x: number; y: number } {
  const shifted = points.map((point) => point.x - slope * (point.y - y));
  return { x: side === 'start' ? Math.min(...shifted) : Math.max(...shifted), y };
}
