import { allRows } from '../geometry/gradual-plane.ts';
import type { PicturePlanes } from '../geometry/picture-planes.ts';
import { findPrint } from './find-print.ts';
import type { Region } from './region.ts';

/** Pixels of the detector's input that the look may cost in all: as many as three looks at 1280 by 800. */
const budget = 3_000_000;
/** Print is told from bare ground on a plane this long or up to twice that, pixels. */
const overviewSide = 512;
/** Less than this many times as fine as the finest look so far it is not worth its time: of a zone half as large as that look wants, something shows. */
const leastGain = 2;

/** Regions of the picture, and how many of its pixels one of the detector's input spans in them. */
type LastLook = { readonly regions: readonly Region[]; readonly scale: number };

/**
 * Where to look, and how closely, when nothing was found: a zone may be so small that the looks at the whole picture show no hint of it, as that of a document
 * in the corner of a large scan. Bare ground is left out, and the less is printed the closer the look.
 *
 * @param finest how long the picture's longer side was made for the finest look so far, pixels
 */
export async function planLastLook(planes: PicturePlanes, finest: number): Promise<LastLook> {
  const longSide = Math.max(planes.width, planes.height);
  if (longSide < leastGain * finest) return { regions: [], scale: 1 };
  const plane = allRows(await planes.planeAtLeast(overviewSide / longSide));
  const scaleX = planes.width / plane.width;
  const scaleY = planes.height / plane.height;
  const regions = findPrint(plane).map(({ left, top, right, bottom }) => ({
    left: left * scaleX,
    top: top * scaleY,
    right: right * scaleX,
    bottom: bottom * scaleY,
  }));
  const area = regions.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
  const scale = Math.max(1, Math.sqrt(area / budget));
  return { regions: longSide / scale < leastGain * finest ? [] : regions, scale };
}
