import type { Network } from '../geometry/network.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import { resamplePlane } from '../geometry/resample-plane.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { boxRibbons } from './box-ribbons.ts';
import { findRibbons } from './find-ribbons.ts';
import { groupRibbons } from './group-ribbons.ts';
import { runDetector } from './run-detector.ts';
import type { ZoneBox } from './zone-box.ts';

/** The detector's input has sides that are multiples of this, pixels. */
const granularity = 16;

/** A line is at least this many times as long as its core is thick. */
const minElongation = 6;
/** A place with less than this share of the weight of the heaviest one is left out: a document at a third of the scale still counts. */
const minShare = 0.03;

/**
 * The first look: where in the whole picture MRZs seem to be, at any angle.
 *
 * @param longSide how long the picture's longer side is made for the detector, pixels
 * @returns the places, the most evident first
 */
export async function locateZones(planes: PicturePlanes, network: Network, scratch: Scratch, longSide: number): Promise<ZoneBox[]> {
  const scale = longSide / Math.max(planes.width, planes.height);
  const plane = await planes.planeAtLeast(Math.min(1, scale));
  const width = Math.max(1, Math.round(planes.width * scale));
  const height = Math.max(1, Math.round(planes.height * scale));
  const paddedWidth = Math.ceil(width / granularity) * granularity;
  const paddedHeight = Math.ceil(height / granularity) * granularity;
  const data = scratch.floats('locate.input', paddedWidth * paddedHeight);
  resamplePlane(plane, { data, width, height, paddedWidth, paddedHeight }, scratch);
  const maps = await runDetector(network, data, paddedWidth, paddedHeight);
  const cellWidth = (4 * planes.width) / width;
  const cellHeight = (4 * planes.height) / height;
  const boxes = groupRibbons(findRibbons(maps, scratch))
    .map((ribbons) => boxRibbons(ribbons, cellWidth, cellHeight))
    .filter((box) => box.length > minElongation * box.thickness)
    .sort((a, b) => weigh(b) - weigh(a));
  return boxes.filter((box) => weigh(box) >= minShare * weigh(boxes[0] as ZoneBox));
}

function weigh({ mass, length }: ZoneBox): number {
  return mass * length;
}
