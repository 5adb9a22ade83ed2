import type { Point } from '../../geometry/point.ts';
import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { CropLine } from '../trace/crop-line.ts';

/** A zone's left or right edge in a crop: x = `x` + `slope` * (y - `y`). */
export type LineEnds = { readonly x: number; readonly y: number; readonly slope: number };

/** How exactly the tracing finds the end of a line, glyph heights. */
const endNoise = 0.3;
/**
 * How much edges usually lean against the upright of their lines; a lean of their own (perspective,
 * shear) must show above the noise.
 */
const usualLean = 0.4;
/**
 * Ends that would make an edge lean more than this (about 40°) are not those of equally long lines.
 */
const maxLean = 0.85;

/**
 * The edge on which the lines of a zone start (or end). The lines of an MRZ are equally long, so
 * the edge shows how glyphs lean in perspective; how far that is believed depends on how far the
 * lines lie apart.
 *
 * @param upright slope of a vertical that stands square on the lines
 */
export function fitLineEnds(lines: readonly CropLine[], side: 'start' | 'end', upright: number): LineEnds {
  const points = lines.map((line): Point => ({ x: line[side], y: evaluatePolynomial(line.course, line[side]) }));
  const first = points[0] as Point;
  const last = points.at(-1) as Point;
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const lean = measureLean(points, x, y) - upright;
  const glyphHeight = evaluatePolynomial((lines[0] as CropLine).glyphHeight, first.x);
  const noise = (endNoise * Math.SQRT2 * glyphHeight) / Math.max(last.y - first.y, 1e-6);
  if (lines.length < 2 || !(Math.abs(lean) <= maxLean)) return { ...findOutermost(points, side, upright, y), slope: upright };
  const trust = usualLean ** 2 / (usualLean ** 2 + noise ** 2);
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
 * Where the ends contradict each other the longest line counts: another one may be covered, but
 * none reads on beyond its end.
 */
function findOutermost(points: readonly Point[], side: 'start' | 'end', slope: number, y: number): { x: number; y: number } {
  const shifted = points.map((point) => point.x - slope * (point.y - y));
  return { x: side === 'start' ? Math.min(...shifted) : Math.max(...shifted), y };
}
