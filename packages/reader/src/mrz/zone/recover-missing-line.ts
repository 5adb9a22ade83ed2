import { quadCentre, quadLength } from '../../geometry/quad.ts';
import type { Detector } from '../detector/create-detector.ts';
import { printGeometry } from '../print-geometry.ts';
import { groupLines } from '../trace/group-lines.ts';
import { traceLines } from '../trace/trace-lines.ts';
import type { TracedZone } from '../traced-zone.ts';
import { buildZone } from './build-zone.ts';
import { planCrop } from './plan-crop.ts';

const { coreShare } = printGeometry;

/**
 * Traces a zone of two lines again with room for a third above and below: the first pass sometimes
 * misses one of the three lines of a TD1 and cuts it off. Undefined when there is no third line.
 */
export async function recoverMissingLine(
  detector: Detector,
  { quad, glyphHeight_px: glyphHeight }: TracedZone,
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
  const maps = await detector.crop(crop);
  const groups = groupLines(traceLines(maps));
  detector.observe?.({ kind: 'lines', crop, maps, groups });
  const lines = groups.find((group) => group.length === 3);
  return lines && buildZone(lines, crop);
}
