import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { Detector } from '../detector/create-detector.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import { mergeCoarseDetections } from '../detector/merge-coarse-detections.ts';
import type { ZoneCrop } from '../detector/sample-crop.ts';
import type { ZoneBox } from '../search/box-segments.ts';
import { type CropLine, lineWeight, weighEvidence } from '../trace/crop-line.ts';
import { groupLines } from '../trace/group-lines.ts';
import { traceLines } from '../trace/trace-lines.ts';
import { traceTuning } from '../trace-tuning.ts';
import type { TracedZone } from '../traced-zone.ts';
import { boxLines } from './box-lines.ts';
import { buildZone } from './build-zone.ts';
import { planCrop } from './plan-crop.ts';

const { minRoomAlong, minRoomAcross, maxSlope, minFill, minWeightShare, minRecropEvidence } = traceTuning.crop;

/**
 * Traces the lines of a candidate zone in an upright crop. Where that crop turns out badly (upside
 * down, askew, too small, lines touching its edges), it is cut once more by what was traced.
 *
 * @param coarse the pass that showed the candidate
 * @returns usually one zone, sometimes several or none
 */
export async function traceZone(detector: Detector, coarse: DetectionMap, candidate: ZoneBox): Promise<TracedZone[]> {
  const first = planCrop(candidate);
  const zones: TracedZone[] = [];
  for (const lines of await traceCrop(detector, coarse, first)) {
    const settled = isCutWell(lines, first) || weighEvidence(lines) < minRecropEvidence;
    const better = settled ? first : planCrop(boxLines(lines, first));
    const [retraced] = settled ? [] : await traceCrop(detector, coarse, better);
    const zone = retraced ? buildZone(retraced, better) : buildZone(lines, first);
    if (zone) zones.push(zone);
  }
  return zones;
}

/** The groups of lines in a crop, the heaviest first. */
async function traceCrop(detector: Detector, coarse: DetectionMap, crop: ZoneCrop): Promise<CropLine[][]> {
  const maps = await detector.crop(crop);
  mergeCoarseDetections(maps, crop, coarse);
  const weigh = (lines: readonly CropLine[]) => lines.reduce((sum, line) => sum + lineWeight(line), 0);
  const groups = groupLines(traceLines(maps)).sort((a, b) => weigh(b) - weigh(a));
  detector.observe?.({ kind: 'lines', crop, maps, groups });
  return groups.filter((lines) => weigh(lines) >= minWeightShare * weigh(groups[0] as CropLine[]));
}

function isCutWell(lines: readonly CropLine[], crop: ZoneCrop): boolean {
  let filled = 0;
  for (const { centreline, glyphHeight, start, end, cosine } of lines) {
    const atStart = evaluatePolynomial(centreline, start);
    const atEnd = evaluatePolynomial(centreline, end);
    const height = evaluatePolynomial(glyphHeight, (start + end) / 2);
    const highest = Math.min(atStart, atEnd);
    const lowest = Math.max(atStart, atEnd);
    if (cosine < 0 || Math.abs(atEnd - atStart) > maxSlope * (end - start)) return false;
    if (start < minRoomAlong * height || end > crop.width - minRoomAlong * height) return false;
    if (highest < minRoomAcross * height || lowest > crop.height - minRoomAcross * height) return false;
    filled = Math.max(filled, (end - start) / crop.width);
  }
  return filled >= minFill;
}
