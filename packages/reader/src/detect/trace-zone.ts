import { evaluatePolynomial } from '../geometry/evaluate-polynomial.ts';
import type { Network } from '../geometry/network.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { boxLines } from './box-lines.ts';
import { buildZone } from './build-zone.ts';
import type { CropLine } from './crop-line.ts';
import { drawCrop } from './draw-crop.ts';
import { groupLines } from './group-lines.ts';
import { planCrop } from './plan-crop.ts';
import { runDetector } from './run-detector.ts';
import { traceLines } from './trace-lines.ts';
import type { TracedZone } from './traced-zone.ts';
import type { ZoneBox } from './zone-box.ts';
import type { ZoneCrop } from './zone-crop.ts';

/** A line that ends nearer to the crop's edge than this, in glyph heights, may go on beyond it. */
const roomAlong = 1.5;
const roomAcross = 0.9;
/** A crop whose lines slope more than this (6°), or fill less of its width, was cut badly. */
const maxSlope = 0.105;
const minFill = 0.6;

/**
 * The second look: cuts a zone out upright and traces its lines; where that cut turns out badly (upside down, askew, lines touching its
 * edges, too small) cuts once more by what was seen. Usually one zone, sometimes several or none.
 */
export async function traceZone(planes: PicturePlanes, box: ZoneBox, network: Network, scratch: Scratch): Promise<TracedZone[]> {
  const first = planCrop(box);
  const zones: TracedZone[] = [];
  for (const lines of await lookInto(planes, first, network, scratch)) {
    const seen = isCutWell(lines, first) ? undefined : await lookAgain(planes, boxLines(lines, first), network, scratch);
    const zone = buildZone(seen?.lines ?? lines, seen?.crop ?? first);
    if (zone) zones.push(zone);
  }
  return zones;
}

async function lookAgain(planes: PicturePlanes, box: ZoneBox, network: Network, scratch: Scratch) {
  const crop = planCrop(box);
  const [lines] = await lookInto(planes, crop, network, scratch);
  return lines ? { lines, crop } : undefined;
}

/** The groups of lines in a crop, the heaviest first. */
async function lookInto(planes: PicturePlanes, crop: ZoneCrop, network: Network, scratch: Scratch): Promise<CropLine[][]> {
  const maps = await runDetector(network, await drawCrop(planes, crop, scratch), crop.width, crop.height);
  const weigh = (lines: readonly CropLine[]) => lines.reduce((sum, line) => sum + (line.end - line.start) * line.certainty, 0);
  return groupLines(traceLines(maps)).sort((a, b) => weigh(b) - weigh(a));
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
