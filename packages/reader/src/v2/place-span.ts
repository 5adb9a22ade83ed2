import type { Span } from '@ocr-web/mrz';
import type { Point } from '../geometry/point.ts';
import type { Quad } from '../geometry/quad.ts';
import type { ZoneReading } from '../reading.ts';

/** Where a stretch of a line stands: columns from `start` to before `end`, and its corners in pixels of the page. */
export type PlacedSpan = { readonly line: number; readonly start: number; readonly end: number; readonly quad: Point[] };

/** Places a stretch of a line on its page. All positions of a line are equally wide, so its corners lie between those of the line. */
export function placeSpan(
  { lines, lineQuads, quad }: Pick<ZoneReading, 'lines' | 'lineQuads' | 'quad'>,
  [line, start, end]: Span,
): PlacedSpan {
  const [topLeft, topRight, bottomRight, bottomLeft] = lineQuads[line] ?? quad;
  const length = lines[line]?.length || 1;
  const [from, to] = [Math.min(start / length, 1), Math.min(end / length, 1)];
  return {
    line,
    start,
    end,
    quad: roundQuad([
      between(topLeft, topRight, from),
      between(topLeft, topRight, to),
      between(bottomLeft, bottomRight, to),
      between(bottomLeft, bottomRight, from),
    ]),
  };
}

/** Corners to a hundredth of a pixel. */
export function roundQuad(quad: Quad): Point[] {
  return quad.map(roundPoint);
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function roundPoint({ x, y }: Point): Point {
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
}
