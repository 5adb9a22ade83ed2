import { projectPoint } from '../../geometry/homography.ts';
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
  const middle = (line.capTop + line.baseLine) / 2;
  const place = (x: number, y: number) => projectPoint(frame.toPicture, page.left + x / page.scale, page.top + y / page.scale);
  for (let column = 0; column < width * oversampling; column++) {
    const x = line.left + ((column + 0.5) / oversampling - margin) * pixel;
    const y = middle + line.slope * (x - line.left);
    const top = place(x, y - (pixel * (height - 1)) / 2);
    const bottom = place(x, y + (pixel * (height - 1)) / 2);
    grid[column * 4] = top.x * fineness;
    grid[column * 4 + 1] = top.y * fineness;
    grid[column * 4 + 2] = ((bottom.x - top.x) / (height - 1)) * fineness;
    grid[column * 4 + 3] = ((bottom.y - top.y) / (height - 1)) * fineness;
  }
  const data = new Float32Array(width * height);
  sampleColumns(plane.rows(...rowsOfGrid(grid, height)), grid, { data, offset: 0, width, height }, oversampling, step < 1);
  return { line, data, width, pixel };
}
