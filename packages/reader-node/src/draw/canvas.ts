import type { Point } from '@ocr-web/reader';

/** Red, green and blue, 0..255. */
export type Colour = readonly [number, number, number];

/** A picture that is drawn on; coordinates are pixels, whole numbers lie between pixels. */
export type Canvas = { readonly width: number; readonly height: number; readonly data: Uint8Array };

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Draws a line with round ends, its edge smoothed over one pixel. */
export function strokeLine(canvas: Canvas, from: Point, to: Point, thickness: number, colour: Colour): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const radius = thickness / 2;
  paint(canvas, boxAround([from, to], radius + 1), colour, 1, (x, y) => {
    const along = square > 0 ? Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / square)) : 0;
    return radius + 0.5 - Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
  });
}

/** Draws a line from each corner to the next, and from the last to the first. */
export function strokePolygon(canvas: Canvas, corners: readonly Point[], thickness: number, colour: Colour): void {
  corners.forEach((corner, index) => {
    strokeLine(canvas, corner, corners[(index + 1) % corners.length]!, thickness, colour);
  });
}

/** Fills a convex polygon, its edge smoothed over one pixel. */
export function fillPolygon(canvas: Canvas, corners: readonly Point[], colour: Colour, opacity: number): void {
  const edges = corners.map((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    return { x: from.x, y: from.y, nx: (to.y - from.y) / length, ny: (from.x - to.x) / length };
  });
  const centre = corners.reduce((sum, { x, y }) => ({ x: sum.x + x / corners.length, y: sum.y + y / corners.length }), { x: 0, y: 0 });
  const depth = (sign: number, x: number, y: number) =>
    edges.reduce((least, edge) => Math.min(least, sign * ((edge.x - x) * edge.nx + (edge.y - y) * edge.ny)), Number.POSITIVE_INFINITY);
  const sign = depth(1, centre.x, centre.y) >= 0 ? 1 : -1;
  paint(canvas, boxAround(corners, 1), colour, opacity, (x, y) => depth(sign, x, y) + 0.5);
}

function boxAround(points: readonly Point[], margin: number): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    left: Math.floor(Math.min(...xs) - margin),
    top: Math.floor(Math.min(...ys) - margin),
    right: Math.ceil(Math.max(...xs) + margin),
    bottom: Math.ceil(Math.max(...ys) + margin),
  };
}

/** @param coverage how much of the pixel around a point is covered; cut to 0..1 */
function paint(canvas: Canvas, box: Box, colour: Colour, opacity: number, coverage: (x: number, y: number) => number): void {
  const { width, height, data } = canvas;
  for (let y = Math.max(0, box.top); y < Math.min(height, box.bottom); y++) {
    for (let x = Math.max(0, box.left); x < Math.min(width, box.right); x++) {
      const share = Math.min(1, coverage(x + 0.5, y + 0.5)) * opacity;
      if (!(share > 0)) continue;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        data[at + channel] = Math.round(data[at + channel]! * (1 - share) + colour[channel]! * share);
      }
    }
  }
}
