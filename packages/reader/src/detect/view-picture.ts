import type { Network } from '../geometry/network.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import { resamplePlane } from '../geometry/resample-plane.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { detectorGrid, detectorSide } from './detector-grid.ts';
import type { Overview } from './overview.ts';
import { runDetector } from './run-detector.ts';

/** Strips that are hardly more than a zone get ground around them: the detector has to see that nothing follows. */
const leastSide = 160;

/**
 * The first look: runs the detector on the whole picture.
 *
 * @param longSide how long the picture's longer side is made for it, pixels
 */
export async function viewPicture(planes: PicturePlanes, network: Network, scratch: Scratch, longSide: number): Promise<Overview> {
  const scale = longSide / Math.max(planes.width, planes.height);
  const plane = await planes.planeAtLeast(Math.min(1, scale));
  const width = Math.max(1, Math.round(planes.width * scale));
  const height = Math.max(1, Math.round(planes.height * scale));
  const paddedWidth = pad(width);
  const paddedHeight = pad(height);
  const data = scratch.floats('overview.input', paddedWidth * paddedHeight);
  const whole = { left: 0, top: 0, width: plane.width, height: plane.height };
  resamplePlane(plane, whole, { data, width, height, paddedWidth, paddedHeight }, scratch);
  const maps = await runDetector(network, data, paddedWidth, paddedHeight);
  return {
    maps,
    cellWidth: (detectorGrid.cell * planes.width) / width,
    cellHeight: (detectorGrid.cell * planes.height) / height,
    origin: { x: 0, y: 0 },
  };
}

function pad(side: number): number {
  return Math.max(leastSide, detectorSide(side));
}
