import { type Homography, projectPoint } from '../../geometry/homography.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { chooseOversampling, rowsOfGrid, sampleColumns } from '../../image/sample-columns.ts';
import { type PageFrame, pixelsPerMillimetre } from './page-frame.ts';

/** A document flat and upright: grey 0..1, `data[y * width + x]`. */
export type FlatPage = {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
  /**
   * Pixels of it for each millimetre of the frame, and the frame's point at its upper left corner.
   */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
};

/** Pixels for each millimetre that finding lines needs, and that are drawn at least. */
const wantedScale = 8;
const minScale = 6.5;
/** A page has no more pixels than this, whatever the geometry says. */
const maxPixels = 2_400_000;
/** Rows that are sampled as if perspective did not change from the first to the last. */
const band = 32;
/** Up to this many pixels of the plane for each pixel of the page, one sample is enough. */
const maxSampleStep = 1.4;

/**
 * Draws what a frame looks at, in one resampling of a plane that is fine enough.
 *
 * @returns undefined where the frame looks at nothing of the picture
 */
export async function flattenPage(planes: PicturePlanes, frame: PageFrame): Promise<FlatPage | undefined> {
  const { area, toPicture } = frame;
  const source = pixelsPerMillimetre(frame);
  const [across, down] = [area.right - area.left, area.bottom - area.top];
  if (!(across > 5 && down > 5 && source > 0)) return undefined;
  const scale = Math.min(Math.max(minScale, Math.min(wantedScale, source)), Math.sqrt(maxPixels / (across * down)));
  return await drawArea(planes, toPicture, area, scale, source);
}

/**
 * Draws an area of a plane flat, in one resampling.
 *
 * @param scale pixels of the drawing for each unit of the plane
 * @param source pixels of the picture for each of them, about
 */
export async function drawArea(
  planes: PicturePlanes,
  toPicture: Homography,
  area: PageFrame['area'],
  scale: number,
  source: number,
): Promise<FlatPage> {
  const [across, down] = [area.right - area.left, area.bottom - area.top];
  const [width, height] = [Math.floor(across * scale), Math.floor(down * scale)];
  const plane = await planes.planeAtLeast(Math.min(1, scale / source));
  const fineness = plane.width / planes.width;
  const step = (source * fineness) / scale;
  const oversampling = chooseOversampling(step, maxSampleStep);
  const data = new Float32Array(width * height);
  const grid = new Float64Array(width * oversampling * 4);
  for (let y = 0; y < height; y += band) {
    const rows = Math.min(band, height - y);
    layBand(grid, oversampling, toPicture, fineness, area, scale, y);
    sampleColumns(plane.rows(...rowsOfGrid(grid, rows)), grid, { data, offset: y * width, width, height: rows }, oversampling, step < 1);
  }
  return { data, width, height, scale, left: area.left, top: area.top };
}

/** Fills the grid of the band whose first row is `y`, for all of its columns. */
function layBand(
  grid: Float64Array,
  oversampling: number,
  toPicture: Homography,
  fineness: number,
  { left, top: from }: PageFrame['area'],
  scale: number,
  y: number,
): void {
  for (let column = 0; column * 4 < grid.length; column++) {
    const x = left + (column + 0.5) / oversampling / scale;
    const top = projectPoint(toPicture, x, from + (y + 0.5) / scale);
    const bottom = projectPoint(toPicture, x, from + (y + band - 0.5) / scale);
    grid[column * 4] = top.x * fineness;
    grid[column * 4 + 1] = top.y * fineness;
    grid[column * 4 + 2] = ((bottom.x - top.x) / (band - 1)) * fineness;
    grid[column * 4 + 3] = ((bottom.y - top.y) / (band - 1)) * fineness;
  }
}
