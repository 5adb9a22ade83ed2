import type { Span } from '@ocr-web/mrz';
import { type Point, type Quad, quadOfSpan, type ZoneReading } from '@ocr-web/reader';

/**
 * Where a stretch of a line stands: columns from `start` to before `end`, and its corners in pixels
 * of the page.
 */
export type PlacedSpan = { readonly line: number; readonly start: number; readonly end: number; readonly quad: Point[] };

/** Places a stretch of a line on its page. */
export function placeSpan(zone: Pick<ZoneReading, 'lines' | 'lineQuads' | 'quad'>, span: Span): PlacedSpan {
  const [line, start, end] = span;
  return { line, start, end, quad: roundQuad(quadOfSpan(zone, span)) };
}

/** Corners to a hundredth of a pixel. */
export function roundQuad(quad: Quad): Point[] {
  return quad.map(roundPoint);
}

function roundPoint({ x, y }: Point): Point {
  // Adding zero makes 0 of -0.
  return { x: Math.round(x * 100) / 100 + 0, y: Math.round(y * 100) / 100 + 0 };
}
