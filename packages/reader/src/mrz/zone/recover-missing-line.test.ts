import { expect, it } from 'vitest';
import { drawLineCores } from '../../../test/draw-line-cores.ts';
import { lineCoreNetwork } from '../../../test/line-core-network.ts';
import { singlePlane } from '../../../test/single-plane.ts';
import type { Homography } from '../../geometry/homography.ts';
import { createScratch } from '../../image/scratch.ts';
import { detectMrz } from '../detect-mrz.ts';
import { createDetector } from '../detector/create-detector.ts';
import type { TracedZone } from '../traced-zone.ts';
import { recoverMissingLine } from './recover-missing-line.ts';

const glyph = 14;
const frame: Homography = [glyph, 0, 180, 0, glyph, 260, 0, 0, 1];

/**
 * The zone of two of the lines, as a look that missed the third would leave it, and the picture
 * with all of them.
 */
async function missOne(lines: readonly number[], seen: readonly number[]) {
  const picture = (shown: readonly number[]) => singlePlane(drawLineCores(800, 500, [{ frame, length: 31.5, lines: [...shown] }]));
  const [zone] = await detectMrz(picture(seen), { network: lineCoreNetwork, scratch: createScratch() });
  return recoverMissingLine(createDetector({ network: lineCoreNetwork, scratch: createScratch() }, picture(lines)), zone as TracedZone);
}

it.each([
  ['above', [1.75, 3.5]],
  ['below', [0, 1.75]],
])('finds the line of a card that was missed %s', async (_, seen) => {
  const zone = await missOne([0, 1.75, 3.5], seen);
  expect(zone?.lines).toHaveLength(3);
  expect(zone?.quad[0].y).toBeGreaterThan(260 - glyph);
  expect(zone?.quad[3].y).toBeLessThan(260 + 4.5 * glyph);
});

it('says nothing where there is no third line', async () => {
  expect(await missOne([0, 1.75], [0, 1.75])).toBeUndefined();
});
