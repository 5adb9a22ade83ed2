import type { PicturePlanes } from '../../image/plane.ts';
import type { Scratch } from '../../image/scratch.ts';
import type { LineStrips } from '../line-strips.ts';
import type { TracedZone } from '../traced-zone.ts';
import { straightenZone } from '../zone/zone-frames.ts';
import { measureSlant } from './measure-slant.ts';
import { rectifyLines } from './rectify-lines.ts';

/** The recogniser copes with glyphs that lean less than this (4°). */
const maxSlant = 0.07;

/**
 * Draws the lines of a zone flat and upright. Tracing knows how glyphs lean only from where the
 * lines start and end. If the drawn glyphs still lean, the zone is straightened and drawn again.
 *
 * @param straighten false draws it as it was traced: stripes across the print, as a screen's raster
 *   makes them, lean otherwise than the glyphs
 * @returns the zone as it was drawn, and its strips, which are valid until the next zone is
 *   rectified with the same scratch memory
 */
export async function rectifyZone(
  planes: PicturePlanes,
  zone: TracedZone,
  scratch: Scratch,
  straighten = true,
): Promise<{ readonly zone: TracedZone; readonly strips: LineStrips }> {
  const strips = await rectifyLines(planes, zone, scratch);
  if (!straighten) return { zone, strips };
  const slant = measureSlant(strips, scratch);
  if (Math.abs(slant) < maxSlant) return { zone, strips };
  const straightened = straightenZone(zone, slant);
  return { zone: straightened, strips: await rectifyLines(planes, straightened, scratch) };
}
