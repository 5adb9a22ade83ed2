import type { Point } from '../../geometry/point.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import { resamplePlane } from '../../image/resample-plane.ts';
import type { Scratch } from '../../image/scratch.ts';
import type { Network } from '../../runtime/network.ts';
import type { Region } from './region.ts';
import { type DetectorMaps, detectorGrid, detectorSide, runDetector } from './run-detector.ts';

/** What the detector says about a picture or a region of it, where that begins, and how large its cells are, in pixels of the picture. */
export type Overview = {
  readonly maps: DetectorMaps;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly origin: Point;
};

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
