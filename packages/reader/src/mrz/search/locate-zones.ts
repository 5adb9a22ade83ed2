import type { Scratch } from '../../image/scratch.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import { boxRibbons, type ZoneBox } from './box-ribbons.ts';
import { findRibbons } from './find-ribbons.ts';
import { groupRibbons } from './group-ribbons.ts';

/** A line is at least this many times as long as its core is thick. */
const minElongation = 6;
/** An MRZ is at least 7 times as long as high; foreshortening, and other text taken for its neighbour, may leave this much. */
const minProportion = 2;
/** A place with less than this share of the weight of the heaviest one is left out: a document at half the scale still counts. */
const minShare = 0.08;

/** Where in a picture MRZs seem to be, at any angle, the most evident first. */
export function locateZones(overview: DetectionMap, scratch: Scratch): ZoneBox[] {
  const boxes = groupRibbons(findRibbons(overview.maps, scratch))
    .map((ribbons) => boxRibbons(ribbons, overview))
    .filter((box) => box.length > minElongation * box.thickness && box.length > minProportion * box.height)
    .sort((a, b) => weigh(b) - weigh(a));
  return boxes.filter((box) => weigh(box) >= minShare * weigh(boxes[0] as ZoneBox));
}

function weigh({ mass, length }: ZoneBox): number {
  return mass * length;
}
