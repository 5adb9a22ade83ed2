import type { PicturePlanes } from '../image/plane.ts';
import type { ReaderTools } from '../reader-tools.ts';
import { type LineStrips, stripGeometry, turnStrips } from './line-strips.ts';
import { measureLegibility } from './recognise/line-logits.ts';
import { recogniseLines } from './recognise/recognise-lines.ts';
import { rectifyZone } from './rectify/rectify-zone.ts';
import type { TracedZone } from './traced-zone.ts';
import { mirrorZone } from './zone/zone-frames.ts';

/**
 * How legible the first line of a zone is in a mirror, 0 to 1, either way up: one run of the
 * recogniser on two strips tells whether all lines are worth being read so.
 */
export async function measureMirroredLegibility(
  planes: PicturePlanes,
  zone: TracedZone,
  { models, scratch }: Pick<ReaderTools, 'models' | 'scratch'>,
): Promise<number> {
  const { strips } = await rectifyZone(planes, mirrorZone({ ...zone, lines: zone.lines.slice(0, 1) }), scratch);
  const ways = await recogniseLines(bothWaysUp(strips), models.recogniser);
  return Math.max(...ways.map((line) => measureLegibility([line])));
}

function bothWaysUp(strips: LineStrips): LineStrips {
  const size = strips.width * stripGeometry.height;
  const data = new Float32Array(2 * size);
  data.set(strips.data.subarray(0, size));
  data.set(turnStrips({ ...strips, data: data.subarray(0, size) }).data, size);
  return { data, lines: 2, width: strips.width };
}
