import { allRows, type PicturePlanes } from '../../image/plane.ts';
import type { Region } from '../detector/region.ts';
import { findPrint } from './find-print.ts';

/** Pixels of the detector's input that the closest look may cost in all: as many as three looks at 1280 by 800. */
const budget = 3_000_000;
/** Print is told from bare ground on a plane this long or up to twice that, pixels. */
const overviewSide = 512;
/** Less than this many times as fine as the one before, a look is not worth its time: of a zone half as large as that one wants, something shows. */
const leastGain = 2;
/** A zone that is too small for a look is not too large for one this many times as fine; of a much finer one it might be. */
const mostGain = 4;

/** Regions of the picture, and how many of its pixels one of the detector's input spans in each look at them, the closest look last; none where they would show no more. */
type LastLook = { readonly regions: readonly Region[]; readonly scales: readonly number[] };

/**
 * Where to look, and how closely, when nothing was found: a zone may be so small that the looks at the whole picture show no hint of it, as that of a document
 * in the corner of a large scan. Bare ground is left out, and the less is printed the closer the closest look.
 *
 * @param looks how long the picture's longer side is made for the first look, which saw all of it, and for the finest one, which saw what the others hinted at, pixels
 */
export async function planLastLook(planes: PicturePlanes, looks: { readonly first: number; readonly finest: number }): Promise<LastLook> {
  const longSide = Math.max(planes.width, planes.height);
  const { first, finest } = looks;
  if (longSide < leastGain * finest) return { regions: [], scales: [] };
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
  const closest = Math.max(1, Math.sqrt(area / budget));
  return { regions, scales: longSide / closest < leastGain * finest ? [] : stepsBetween(longSide / first, closest) };
}

/** From the scale of a look, which is left out, to that of the closest one. */
function stepsBetween(before: number, closest: number): number[] {
  const scales: number[] = [];
  for (let scale = before / mostGain; scale >= leastGain * closest; scale /= mostGain) scales.push(scale);
  return [...scales, closest];
}
