import type { DetectionMap } from '../detector/detection-map.ts';
import { searchTuning } from '../search-tuning.ts';
import { boxSegments, type ZoneBox } from './box-segments.ts';
import { groupSegments } from './group-segments.ts';
import type { TextSegment } from './measure-segment.ts';

const { minElongation, minProportion, minWeightShare } = searchTuning.candidates;

/** Where the segments of a pass may be the lines of a zone, at any angle, heaviest first. */
export function findCandidateZones(segments: readonly TextSegment[], map: DetectionMap): ZoneBox[] {
  const boxes = groupSegments(segments)
    .map((group) => boxSegments(group, map))
    .filter((box) => box.length > minElongation * box.thickness && box.length > minProportion * box.height)
    .sort((a, b) => weigh(b) - weigh(a));
  return boxes.filter((box) => weigh(box) >= minWeightShare * weigh(boxes[0] as ZoneBox));
}

function weigh({ mass, length }: ZoneBox): number {
  return mass * length;
}
