import { type Homography, projectPoint } from '../../geometry/homography.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { chooseOversampling, rowsOfGrid, sampleColumns } from '../../image/sample-columns.ts';
import type { TextLine } from '../lines/measure-row.ts';
import type { FlatPage } from '../page/flatten-page.ts';
import { type PageFrame, pixelsPerMillimetre } from '../page/page-frame.ts';

/** Where a line lies in the strip that the text recogniser sees, pixels. */
export const textStrip = Object.freeze({ height: 32, capHeight: 18, margin: 18, maxWidth: 1200 });

/** A line drawn flat, upright and enlarged so that its capitals have 18 pixels; grey 0..1. */
export type TextStrip = {
  readonly line: TextLine;
  readonly data: Float32Array;
  readonly width: number;
  /** Pixels of the flat page for each pixel of the strip. */
  readonly pixel: number;
};

/** Up to this many pixels of the plane for each pixel of the strip, one sample is enough. */
const maxSampleStep = 1.4;
/**
 * Smallest capitals to draw from, pixels: smaller ones are taken from a finer plane if there is
 * one.
 */
const minCapHeight = 16;

/** Cuts a line out of the picture itself, in one resampling. */
export async function cutStrip(planes: PicturePlanes, frame: PageFrame, page: FlatPage, line: TextLine): Promise<TextStrip> {
  const { height, capHeight, margin, maxWidth } = textStrip;
  const pixel = (line.baseLine - line.capTop) / capHeight;
  const width = Math.min(maxWidth, Math.ceil(((line.right - line.left) / pixel + 2 * margin) / 8) * 8);
  const perPixel = (pixelsPerMillimetre(frame) * pixel) / page.scale;
  const plane = await planes.planeAtLeast(Math.min(1, minCapHeight / (capHeight * perPixel)));
  const fineness = plane.width / planes.width;
  const step = perPixel * fineness;
  const oversampling = chooseOversampling(step, maxSampleStep);
  const grid = new Float64Array(width * oversampling * 4);
  layGrid(grid, oversampling, frame.toPicture, fineness, page, line);
  const data = new Float32Array(width * height);
  sampleColumns(plane.rows(...rowsOfGrid(grid, height)), grid, { data, offset: 0, width, height }, oversampling, step < 1);
  return { line, data, width, pixel };
}

/** Fills the grid of a strip, from its first column to its last. */
function layGrid(
  grid: Float64Array,
  oversampling: number,
  toPicture: Homography,
  fineness: number,
  page: FlatPage,
  { left, capTop, baseLine, slope }: TextLine,
): void {
  const { height, capHeight, margin } = textStrip;
  const pixel = (baseLine - capTop) / capHeight;
  const half = (pixel * (height - 1)) / 2;
  const middle = (capTop + baseLine) / 2;
  for (let column = 0; column * 4 < grid.length; column++) {
    const x = left + ((column + 0.5) / oversampling - margin) * pixel;
    const y = middle + slope * (x - left);
    const top = projectPoint(toPicture, page.left + x / page.scale, page.top + (y - half) / page.scale);
    const bottom = projectPoint(toPicture, page.left + x / page.scale, page.top + (y + half) / page.scale);
    grid[column * 4] = top.x * fineness;
    grid[column * 4 + 1] = top.y * fineness;
    grid[column * 4 + 2] = ((bottom.x - top.x) / (height - 1)) * fineness;
    grid[column * 4 + 3] = ((bottom.y - top.y) / (height - 1)) * fineness;
  }
}
