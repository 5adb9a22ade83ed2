import type { Point } from '../../geometry/point.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { chooseOversampling, rowsOfGrid, sampleColumns } from '../../image/sample-columns.ts';
import type { Scratch } from '../../image/scratch.ts';
import { traceTuning } from '../trace-tuning.ts';
import type { DetectorInput } from './run-detector.ts';

/**
 * An upright cut-out of the picture around a zone: a similarity, which keeps the angles and
 * proportions of the picture.
 */
export type ZoneCrop = {
  /** Pixels; multiples of 16. */
  readonly width: number;
  readonly height: number;
  /** Where the crop's upper left corner lies in the picture, pixels. */
  readonly origin: Point;
  /** Unit vector of the crop's x axis in the picture. */
  readonly direction: Point;
  /** Pixels of the picture that one pixel of the crop spans. */
  readonly scale: number;
};

const { maxSingleStep } = traceTuning.crop;

/**
 * The crop as an input of the detector, valid until the next crop is sampled with the same scratch
 * memory.
 */
export async function sampleCrop(planes: PicturePlanes, crop: ZoneCrop, scratch: Scratch): Promise<DetectorInput> {
  const plane = await planes.planeAtLeast(Math.min(1, 1 / crop.scale));
  const scaleX = plane.width / planes.width;
  const scaleY = plane.height / planes.height;
  const step = crop.scale * Math.sqrt(scaleX * scaleY);
  const oversampling = chooseOversampling(step, maxSingleStep);
  const data = scratch.floats('crop.pixels', crop.width * crop.height);
  const columns = crop.width * oversampling;
  const grid = scratch.doubles('crop.grid', columns * 4);
  for (let column = 0; column < columns; column++) {
    const along = ((column + 0.5) / oversampling) * crop.scale;
    const down = 0.5 * crop.scale;
    grid[column * 4] = (crop.origin.x + along * crop.direction.x - down * crop.direction.y) * scaleX;
    grid[column * 4 + 1] = (crop.origin.y + along * crop.direction.y + down * crop.direction.x) * scaleY;
    grid[column * 4 + 2] = -crop.scale * crop.direction.y * scaleX;
    grid[column * 4 + 3] = crop.scale * crop.direction.x * scaleY;
  }
  sampleColumns(
    plane.rows(...rowsOfGrid(grid, crop.height)),
    grid,
    { data, offset: 0, width: crop.width, height: crop.height },
    oversampling,
    false,
  );
  return { data, width: crop.width, height: crop.height };
}
