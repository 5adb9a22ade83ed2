import type { Network } from '../geometry/network.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { drawCrop } from './draw-crop.ts';
import type { Overview } from './overview.ts';
import type { Region } from './region.ts';
import { runDetector } from './run-detector.ts';

/** The detector's input has sides that are multiples of this, pixels. */
const granularity = 16;
/** Pixels of its input that a cell of its maps spans. */
const cell = 4;

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
  const inputSide = (length: number) => Math.ceil(length / scale / granularity) * granularity;
  const crop = {
    width: inputSide(right - left),
    height: inputSide(bottom - top),
    origin: { x: left, y: top },
    direction: { x: 1, y: 0 },
    scale,
  };
  const maps = await runDetector(network, await drawCrop(planes, crop, scratch), crop.width, crop.height);
  return { maps, cellWidth: cell * scale, cellHeight: cell * scale, origin: crop.origin };
}
