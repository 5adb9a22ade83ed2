import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { Detector } from '../detector/create-detector.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import { mergeCoarseDetections } from '../detector/merge-coarse-detections.ts';
import type { ZoneCrop } from '../detector/sample-crop.ts';
import type { ZoneBox } from '../search/box-segments.ts';
import { type CropLine, lineWeight, weighEvidence } from '../trace/crop-line.ts';
import { groupLines } from '../trace/group-lines.ts';
import { traceLines } from '../trace/trace-lines.ts';
import type { TracedZone } from '../traced-zone.ts';
import { boxLines } from './box-lines.ts';
import { buildZone } from './build-zone.ts';
import { planCrop } from './plan-crop.ts';

/** A line that ends nearer to the crop's edge than this, in glyph heights, may go on beyond it. */
const roomAlong = 1.5;
const roomAcross = 0.9;
/** A crop whose lines slope more than this (6°), or fill less of its width, was cut badly. */
const maxSlope = 0.105;
const minFill = 0.6;
/**
 * What else a crop shows has a place of its own; only what weighs about as much may be the crop's
 * own zone, torn in two.
 */
const minShare = 0.4;
/** Less evidence than this is not worth a better cut. */
const worthLooking = 0.35;

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
    const settled = isCutWell(lines, first) || weighEvidence(lines) < worthLooking;
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
  return groups.filter((lines) => weigh(lines) >= minShare * weigh(groups[0] as CropLine[]));
}

function isCutWell(lines: readonly CropLine[], crop: ZoneCrop): boolean {
  let filled = 0;
  for (const { course, glyphHeight, start, end, cosine } of lines) {
    const atStart = evaluatePolynomial(course, start);
    const atEnd = evaluatePolynomial(course, end);
    const height = evaluatePolynomial(glyphHeight, (start + end) / 2);
    const highest = Math.min(atStart, atEnd);
    const lowest = Math.max(atStart, atEnd);
    if (cosine < 0 || Math.abs(atEnd - atStart) > maxSlope * (end - start)) return false;
    if (start < roomAlong * height || end > crop.width - roomAlong * height) return false;
    if (highest < roomAcross * height || lowest > crop.height - roomAcross * height) return false;
    filled = Math.max(filled, (end - start) / crop.width);
  }
  return filled >= minFill;
}
