import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import type { Scratch } from '../../image/scratch.ts';
import type { Network } from '../../runtime/network.ts';
import { drawCrop, type ZoneCrop } from '../detector/draw-crop.ts';
import { recallOverview } from '../detector/recall-overview.ts';
import { runDetector } from '../detector/run-detector.ts';
import type { Overview } from '../detector/view-picture.ts';
import type { ZoneBox } from '../search/box-ribbons.ts';
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
/** What else a crop shows has a place of its own; only what weighs about as much may be the crop's own zone, torn in two. */
const minShare = 0.4;
/** Less evidence than this is not worth a better cut. */
const worthLooking = 0.35;

/**
 * The second look: cuts a zone out upright and traces its lines; where that cut turns out badly (upside down, askew, lines touching its
 * edges, too small) cuts once more by what was seen. Usually one zone, sometimes several or none.
 */
export async function traceZone(
  planes: PicturePlanes,
  overview: Overview,
  box: ZoneBox,
  network: Network,
  scratch: Scratch,
): Promise<TracedZone[]> {
  const look = (crop: ZoneCrop) => lookInto(planes, overview, crop, network, scratch);
  const first = planCrop(box);
  const zones: TracedZone[] = [];
  for (const lines of await look(first)) {
    const settled = isCutWell(lines, first) || weighEvidence(lines) < worthLooking;
    const seen = settled ? undefined : await lookAgain(planCrop(boxLines(lines, first)), look);
    const zone = buildZone(seen?.lines ?? lines, seen?.crop ?? first);
    if (zone) zones.push(zone);
  }
  return zones;
}

async function lookAgain(crop: ZoneCrop, look: (crop: ZoneCrop) => Promise<CropLine[][]>) {
  const [lines] = await look(crop);
  return lines ? { lines, crop } : undefined;
}

/** The groups of lines in a crop, the heaviest first. */
async function lookInto(
  planes: PicturePlanes,
  overview: Overview,
  crop: ZoneCrop,
  network: Network,
  scratch: Scratch,
): Promise<CropLine[][]> {
  const maps = await runDetector(network, await drawCrop(planes, crop, scratch), crop.width, crop.height);
  recallOverview(maps, crop, overview);
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
