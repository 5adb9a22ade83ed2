import type { Point, Quad } from '@ocr-web/reader';

/** A quad with so many pixels more on every side. */
export function growQuad([a, b, c, d]: Quad, by: number): Point[] {
  const step = (from: Point, to: Point) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    return { x: ((to.x - from.x) / length) * by, y: ((to.y - from.y) / length) * by };
  };
  const [top, right, bottom, left] = [step(a, b), step(b, c), step(d, c), step(a, d)];
  return [
    { x: a.x - top.x - left.x, y: a.y - top.y - left.y },
    { x: b.x + top.x - right.x, y: b.y + top.y - right.y },
    { x: c.x + bottom.x + right.x, y: c.y + bottom.y + right.y },
    { x: d.x - bottom.x + left.x, y: d.y - bottom.y + left.y },
  ];
}
