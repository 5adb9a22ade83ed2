import type { Network } from '../geometry/network.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import { resamplePlane } from '../geometry/resample-plane.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { detectorGrid, detectorSide } from './detector-grid.ts';
import type { Overview } from './overview.ts';
import type { Region } from './region.ts';
import { runDetector } from './run-detector.ts';

/**
 * A finer look: runs the detector on a region of the picture.
 *
 * @param scale pixels of the picture that one of the detector's input spans
 */
export async function viewRegion(
  planes: PicturePlanes,
  network: Network,
  scratch: Scratch,
  region: Region,
  scale: number,
): Promise<Overview> {
  const plane = await planes.planeAtLeast(Math.min(1, 1 / scale));
  // Where its pixels are those of the plane, or whole numbers of them, they are not to be mixed with their neighbours.
  const left = Math.floor(region.left / scale) * scale;
  const top = Math.floor(region.top / scale) * scale;
  const width = detectorSide((region.right - left) / scale);
  const height = detectorSide((region.bottom - top) / scale);
  const scaleX = plane.width / planes.width;
  const scaleY = plane.height / planes.height;
  const area = { left: left * scaleX, top: top * scaleY, width: width * scale * scaleX, height: height * scale * scaleY };
  const data = scratch.floats('overview.input', width * height);
  resamplePlane(plane, area, { data, width, height, paddedWidth: width, paddedHeight: height }, scratch);
  const maps = await runDetector(network, data, width, height);
  return { maps, cellWidth: detectorGrid.cell * scale, cellHeight: detectorGrid.cell * scale, origin: { x: left, y: top } };
}
