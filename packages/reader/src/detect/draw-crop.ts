import type { PicturePlanes } from '../geometry/picture-planes.ts';
import { rowsOfPaths } from '../geometry/rows-of-paths.ts';
import { chooseOversampling, sampleColumns } from '../geometry/sample-columns.ts';
import type { Scratch } from '../geometry/scratch.ts';
import type { ZoneCrop } from './zone-crop.ts';

/** Shrinking by less than this needs no averaging over several samples a pixel. */
const sparseEnough = 1.6;

/** The crop's pixels, grey 0..1; they stay valid until the next crop is drawn with the same scratch memory. */
export async function drawCrop(planes: PicturePlanes, crop: ZoneCrop, scratch: Scratch): Promise<Float32Array> {
  const plane = await planes.planeAtLeast(Math.min(1, 1 / crop.scale));
  const scaleX = plane.width / planes.width;
  const scaleY = plane.height / planes.height;
  const step = crop.scale * Math.sqrt(scaleX * scaleY);
  const oversampling = chooseOversampling(step, sparseEnough);
  const data = scratch.floats('crop.data', crop.width * crop.height);
  const columns = crop.width * oversampling;
  const paths = scratch.doubles('crop.paths', columns * 4);
  for (let column = 0; column < columns; column++) {
    const along = ((column + 0.5) / oversampling) * crop.scale;
    const down = 0.5 * crop.scale;
    paths[column * 4] = (crop.origin.x + along * crop.direction.x - down * crop.direction.y) * scaleX;
    paths[column * 4 + 1] = (crop.origin.y + along * crop.direction.y + down * crop.direction.x) * scaleY;
    paths[column * 4 + 2] = -crop.scale * crop.direction.y * scaleX;
    paths[column * 4 + 3] = crop.scale * crop.direction.x * scaleY;
  }
  sampleColumns(
    plane.rows(...rowsOfPaths(paths, crop.height)),
    paths,
    { data, offset: 0, width: crop.width, height: crop.height },
    oversampling,
    false,
  );
  return data;
}
