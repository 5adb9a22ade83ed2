import { type Homography, projectPoint } from '../../geometry/homography.ts';
import type { Quad } from '../../geometry/quad.ts';
import type { GreyPlane } from '../../image/plane.ts';

/** A picture seen through a homography. */
export type PictureView = {
  readonly plane: GreyPlane;
  /** From pixels of the view to pixels of the picture. */
  readonly toPicture: Homography;
};

/**
 * Draws a plane as a homography sees it; what lies outside is white, as around a barcode.
 *
 * @param toPlane from pixels of the view to pixels of the plane
 */
export function drawThrough(source: GreyPlane, toPlane: Homography, width: number, height: number): GreyPlane {
  const data = new Uint8Array(width * height).fill(255);
  const [right, bottom] = [source.width - 1, source.height - 1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const w = toPlane[6] * (x + 0.5) + toPlane[7] * (y + 0.5) + toPlane[8];
      const u = (toPlane[0] * (x + 0.5) + toPlane[1] * (y + 0.5) + toPlane[2]) / w - 0.5;
      const v = (toPlane[3] * (x + 0.5) + toPlane[4] * (y + 0.5) + toPlane[5]) / w - 0.5;
      if (w > 0 && u >= 0 && v >= 0 && u <= right && v <= bottom) data[y * width + x] = sample(source, u, v);
    }
  }
  return { data, width, height };
}

/** Corners of a view in the picture. */
export function quadInPicture(quad: Quad, { toPicture }: Pick<PictureView, 'toPicture'>): Quad {
  const [a, b, c, d] = quad;
  const project = ({ x, y }: Quad[0]) => projectPoint(toPicture, x, y);
  return [project(a), project(b), project(c), project(d)];
}

function sample({ data, width, height }: GreyPlane, u: number, v: number): number {
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [s, t] = [u - left, v - top];
  let [sum, weights] = [0, 0];
  for (let row = -1; row <= 2; row++) {
    const y = top + row;
    if (y < 0 || y >= height) continue;
    const down = cubicWeight(row - t);
    for (let column = -1; column <= 2; column++) {
      const x = left + column;
      if (x < 0 || x >= width) continue;
      const weight = down * cubicWeight(column - s);
      sum += data[y * width + x]! * weight;
      weights += weight;
    }
  }
  return Math.max(0, Math.min(255, Math.round(sum / weights)));
}

/** Catmull and Rom's cubic, which keeps narrow bars apart that a linear one blurs. */
function cubicWeight(distance: number): number {
  const x = Math.abs(distance);
  return x <= 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
}
