import type { Network } from '../geometry/network.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { detectorGrid, detectorSide } from './detector-grid.ts';
import { drawCrop } from './draw-crop.ts';
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
  { left, top, right, bottom }: Region,
  scale: number,
): Promise<Overview> {
  const crop = {
    width: detectorSide((right - left) / scale),
    height: detectorSide((bottom - top) / scale),
    origin: { x: left, y: top },
    direction: { x: 1, y: 0 },
    scale,
  };
  const maps = await runDetector(network, await drawCrop(planes, crop, scratch), crop.width, crop.height);
  return { maps, cellWidth: detectorGrid.cell * scale, cellHeight: detectorGrid.cell * scale, origin: crop.origin };
}
