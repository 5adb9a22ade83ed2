import type { Network } from '../geometry/network.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import { printGeometry } from '../geometry/print-geometry.ts';
import { quadCentre, quadLength } from '../geometry/quad.ts';
import type { Scratch } from '../geometry/scratch.ts';
import { buildZone } from './build-zone.ts';
import { drawCrop } from './draw-crop.ts';
import { groupLines } from './group-lines.ts';
import { planCrop } from './plan-crop.ts';
import { runDetector } from './run-detector.ts';
import { traceLines } from './trace-lines.ts';
import type { TracedZone } from './traced-zone.ts';

const { coreShare } = printGeometry;

/**
 * Looks at a zone of two lines again with room for a third above and below: of the three lines of a TD1 the first look misses one at times, and then
 * cuts it off. Undefined when there is none.
 */
export async function completeZone(
  planes: PicturePlanes,
  { quad, glyphHeight_px: glyphHeight }: TracedZone,
  network: Network,
  scratch: Scratch,
): Promise<TracedZone | undefined> {
  const [startTop, endTop, , startBottom] = quad;
  const along = { x: endTop.x - startTop.x, y: endTop.y - startTop.y };
  const length = quadLength(quad);
  const height = Math.hypot(startBottom.x - startTop.x, startBottom.y - startTop.y);
  const spacing = Math.max(height - glyphHeight, glyphHeight);
  const crop = planCrop({
    centre: quadCentre(quad),
    direction: { x: along.x / length, y: along.y / length },
    length,
    height: height + 2 * spacing,
    thickness: coreShare * glyphHeight,
    mass: 0,
  });
  const maps = await runDetector(network, await drawCrop(planes, crop, scratch), crop.width, crop.height);
  const lines = groupLines(traceLines(maps)).find((group) => group.length === 3);
  return lines && buildZone(lines, crop);
}
