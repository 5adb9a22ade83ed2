import { type Homography, projectPoint } from '../../geometry/homography.ts';
import type { Quad } from '../../geometry/quad.ts';
import type { GreyPlane } from '../../image/plane.ts';
import { type SamplingGrid, sampleColumns } from '../../image/sample-columns.ts';

/** A picture seen through a homography. */
export type PictureView = {
  readonly plane: GreyPlane;
  /** From pixels of the view to pixels of the picture. */
  readonly toPicture: Homography;
};

/** Rows that are drawn as if perspective did not change from the first to the last. */
const band = 32;

/**
 * Draws a plane as a homography sees it, with cubic interpolation, which keeps narrow bars apart
 * that a linear one blurs; what lies outside is white, as around a barcode.
 *
 * @param toPlane from pixels of the view to pixels of the plane
 */
export function drawThrough(source: GreyPlane, toPlane: Homography, width: number, height: number): GreyPlane {
  const data = new Uint8Array(width * height);
  const grid = new Float64Array(4 * width);
  const greys = new Float32Array(width * band);
  for (let y = 0; y < height; y += band) {
    const rows = Math.min(band, height - y);
    layBand(grid, toPlane, y);
    sampleColumns(source, grid, { data: greys, offset: 0, width, height: rows }, 1, true);
    for (let at = 0, to = y * width; at < rows * width; at++, to++) data[to] = greys[at]! * 255 + 0.5;
    for (let x = 0; x < width; x++) whitenOutside(data, y * width + x, rows, width, grid, x, source);
  }
  return { data, width, height };
}

/** Corners of a view in the picture. */
export function quadInPicture(quad: Quad, { toPicture }: Pick<PictureView, 'toPicture'>): Quad {
  const [a, b, c, d] = quad;
  const project = ({ x, y }: Quad[0]) => projectPoint(toPicture, x, y);
  return [project(a), project(b), project(c), project(d)];
}

/** Fills the grid of the band whose first row is `y`. */
function layBand(grid: SamplingGrid, toPlane: Homography, y: number): void {
  const [from, to] = [y + 0.5, y + band - 0.5];
  for (let column = 0; column * 4 < grid.length; column++) {
    const x = column + 0.5;
    const nearness = toPlane[6] * x + toPlane[8];
    if (!(nearness + toPlane[7] * from > 0 && nearness + toPlane[7] * to > 0)) {
      // Beyond the horizon nothing of the plane is seen.
      grid.fill(outside, column * 4, column * 4 + 2);
      grid.fill(0, column * 4 + 2, column * 4 + 4);
      continue;
    }
    const top = projectPoint(toPlane, x, from);
    const bottom = projectPoint(toPlane, x, to);
    grid[column * 4] = top.x;
    grid[column * 4 + 1] = top.y;
    grid[column * 4 + 2] = (bottom.x - top.x) / (band - 1);
    grid[column * 4 + 3] = (bottom.y - top.y) / (band - 1);
  }
}

/** A coordinate that no plane has. */
const outside = -1;

/** Whitens those pixels of a column whose place is no place of the plane. */
function whitenOutside(
  data: Uint8Array,
  at: number,
  rows: number,
  stride: number,
  grid: SamplingGrid,
  column: number,
  plane: GreyPlane,
): void {
  // From pixel centres to indices.
  let x = grid[column * 4]! - 0.5;
  let y = grid[column * 4 + 1]! - 0.5;
  const stepX = grid[column * 4 + 2]!;
  const stepY = grid[column * 4 + 3]!;
  const [right, bottom] = [plane.width - 1, plane.height - 1];
  for (let row = 0; row < rows; row++) {
    if (x < 0 || y < 0 || x > right || y > bottom) data[at + row * stride] = 255;
    x += stepX;
    y += stepY;
  }
}
