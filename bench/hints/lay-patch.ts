import type { Point, Quad } from '@ocr-web/reader';
import type { GreyPlane } from '@ocr-web/reader/engine';
import type { GoodPicture } from './good-picture.ts';

/** Fingers and clips are of a middling grey. */
const fingerGrey = 110;

/**
 * A lamp's reflection on one line, this many glyph heights wide: white in its middle, fading out.
 */
export function reflectLight(picture: GoodPicture, width: number): GreyPlane {
  return layEllipse(picture, width, 1.6, (grey, distance) => grey + 255 * Math.min(1, Math.max(0, 1.6 - 1.1 * distance)));
}

/** Something opaque on one line, this many glyph heights wide. */
export function coverPatch(picture: GoodPicture, width: number): GreyPlane {
  return layEllipse(picture, width, 1.2, (grey, distance) => (distance <= 1 ? fingerGrey : grey));
}

/**
 * Changes what lies in an ellipse on a line, somewhere along it.
 *
 * @param height of the ellipse, glyph heights
 * @param paint the new grey, of the old one and the distance from the middle in radii
 */
function layEllipse(
  { plane, lineQuads, glyphHeight_px, chance }: GoodPicture,
  width: number,
  height: number,
  paint: (grey: number, distance: number) => number,
): GreyPlane {
  const quad = lineQuads[Math.floor(chance() * lineQuads.length)] as Quad;
  const start = middle(quad[0], quad[3]);
  const end = middle(quad[1], quad[2]);
  const along = 0.2 + 0.6 * chance();
  const centre = { x: start.x + (end.x - start.x) * along, y: start.y + (end.y - start.y) * along };
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const direction = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const data = plane.data.slice();
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      const right = (x - centre.x) * direction.x + (y - centre.y) * direction.y;
      const down = (y - centre.y) * direction.x - (x - centre.x) * direction.y;
      const distance = Math.hypot(right / ((width * glyphHeight_px) / 2), down / ((height * glyphHeight_px) / 2));
      if (distance > 2) continue;
      const grey = paint(data[y * plane.width + x] as number, distance);
      data[y * plane.width + x] = Math.round(Math.min(255, Math.max(0, grey)));
    }
  }
  return { ...plane, data };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
