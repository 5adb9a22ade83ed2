import type { LazyPlane, PicturePlanes } from '../../image/plane.ts';
import { type PlaneArea, type ResampleTarget, resamplePlane } from '../../image/resample-plane.ts';
import type { Scratch } from '../../image/scratch.ts';
import type { Network } from '../../runtime/network.ts';
import type { ObserveDetection } from '../detection-event.ts';
import { searchTuning } from '../search-tuning.ts';
import type { DetectionMap } from './detection-map.ts';
import type { Region } from './region.ts';
import { type DetectorMaps, detectorGrid, detectorSide, runDetector } from './run-detector.ts';
import { sampleCrop, type ZoneCrop } from './sample-crop.ts';

/** The detector bound to one picture. One pass at a time: passes share their input's memory. */
export type Detector = {
  /**
   * A pass over the whole picture.
   *
   * @param longSide length of the longer side of the detector's input, pixels
   */
  overview(longSide: number): Promise<DetectionMap>;
  /**
   * A pass over a region of the picture.
   *
   * @param scale pixels of the picture for each pixel of the detector's input
   */
  region(region: Region, scale: number): Promise<DetectionMap>;
  /** A pass over an upright crop; the maps have the crop's axes. */
  crop(crop: ZoneCrop): Promise<DetectorMaps>;
  /** Sees what every stage makes of the passes. */
  readonly observe: ObserveDetection | undefined;
};

export type DetectorDeps = {
  readonly network: Network;
  /** Memory for the input, and for whatever finds segments in the maps. */
  readonly scratch: Scratch;
  readonly observe?: ObserveDetection | undefined;
};

const { minInputSide } = searchTuning.passes;

/** Binds the detector to a picture. */
export function createDetector({ network, scratch, observe }: DetectorDeps, planes: PicturePlanes): Detector {
  const run = async ({ plane, area, size, ...place }: Pass): Promise<DetectionMap> => {
    const input = {
      data: scratch.floats('detector.input', size.paddedWidth * size.paddedHeight),
      width: size.paddedWidth,
      height: size.paddedHeight,
    };
    resamplePlane(plane, area, { data: input.data, ...size }, scratch);
    const map = { maps: await runDetector(network, input), ...place };
    observe?.({ kind: 'pass', input, map });
    return map;
  };
  return {
    overview: async (longSide) => run(await planOverview(planes, longSide)),
    region: async (region, scale) => run(await planRegion(planes, region, scale)),
    async crop(crop) {
      const input = await sampleCrop(planes, crop, scratch);
      const maps = await runDetector(network, input);
      observe?.({ kind: 'crop', input, maps });
      return maps;
    },
    observe,
  };
}

/** An area of a plane, the size to which it is resampled, and where the map lies in the picture. */
type Pass = Omit<DetectionMap, 'maps'> & {
  readonly plane: LazyPlane;
  readonly area: PlaneArea;
  readonly size: Omit<ResampleTarget, 'data'>;
};

async function planOverview(planes: PicturePlanes, longSide: number): Promise<Pass> {
  const scale = longSide / Math.max(planes.width, planes.height);
  const plane = await planes.planeAtLeast(Math.min(1, scale));
  const width = Math.max(1, Math.round(planes.width * scale));
  const height = Math.max(1, Math.round(planes.height * scale));
  return {
    plane,
    area: { left: 0, top: 0, width: plane.width, height: plane.height },
    size: { width, height, paddedWidth: padSide(width), paddedHeight: padSide(height) },
    cellWidth: (detectorGrid.cell * planes.width) / width,
    cellHeight: (detectorGrid.cell * planes.height) / height,
    origin: { x: 0, y: 0 },
  };
}

function padSide(side: number): number {
  return Math.max(minInputSide, detectorSide(side));
}

async function planRegion(planes: PicturePlanes, region: Region, scale: number): Promise<Pass> {
  const plane = await planes.planeAtLeast(Math.min(1, 1 / scale));
  // Input pixels start at whole multiples of the scale: where they are pixels of the plane, or
  // whole numbers of them, resampling must not mix neighbours.
  const left = Math.floor(region.left / scale) * scale;
  const top = Math.floor(region.top / scale) * scale;
  const width = detectorSide((region.right - left) / scale);
  const height = detectorSide((region.bottom - top) / scale);
  const scaleX = plane.width / planes.width;
  const scaleY = plane.height / planes.height;
  return {
    plane,
    area: { left: left * scaleX, top: top * scaleY, width: width * scale * scaleX, height: height * scale * scaleY },
    size: { width, height, paddedWidth: width, paddedHeight: height },
    cellWidth: detectorGrid.cell * scale,
    cellHeight: detectorGrid.cell * scale,
    origin: { x: left, y: top },
  };
}
