import { allRows, type PicturePlanes } from '../../image/plane.ts';
import type { Region } from '../detector/region.ts';
import { searchTuning } from '../search-tuning.ts';
import { findPrint } from './find-print.ts';

const { maxPixels, printSide, minScaleRatio, maxScaleRatio, minUnseenRatio } = searchTuning.tiles;

/**
 * Regions of the picture and the scales at which they are searched, finest last, in pixels of the
 * picture for each pixel of the input.
 */
type TiledPass = { readonly regions: readonly Region[]; readonly scales: readonly number[] };

/**
 * Plans passes over everything printed, for a picture in which nothing was found: a zone may be so
 * small that passes over the whole picture show no activity, as that of a document in the corner of
 * a large scan. Bare paper is left out; the less is printed, the finer the last scale can be. Where
 * too much is printed for a scale finer than earlier passes had, as in a photograph, one that is
 * twice as fine as the first pass shows documents that were too small for it.
 *
 * @param done length of the picture's longer side, pixels, in the first pass, which covered all of
 *   it, and in the finest, which covered what the others showed
 * @returns no regions or no scales where it would show no more
 */
export async function planTiledPass(planes: PicturePlanes, done: { readonly first: number; readonly finest: number }): Promise<TiledPass> {
  const longSide = Math.max(planes.width, planes.height);
  const { first, finest } = done;
  if (longSide < minUnseenRatio * first) return { regions: [], scales: [] };
  const plane = allRows(await planes.planeAtLeast(printSide / longSide));
  const scaleX = planes.width / plane.width;
  const scaleY = planes.height / plane.height;
  const regions = findPrint(plane).map(({ left, top, right, bottom }) => ({
    left: left * scaleX,
    top: top * scaleY,
    right: right * scaleX,
    bottom: bottom * scaleY,
  }));
  const area = regions.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
  const finestScale = Math.max(1, Math.sqrt(area / maxPixels));
  const isFiner = longSide / finestScale >= minScaleRatio * finest;
  return { regions, scales: isFiner ? scalesBetween(longSide / first, finestScale) : [longSide / (minScaleRatio * first)] };
}

/** From the scale of an earlier pass, which is left out, to the finest one. */
function scalesBetween(before: number, finest: number): number[] {
  const scales: number[] = [];
  for (let scale = before / maxScaleRatio; scale >= minScaleRatio * finest; scale /= maxScaleRatio) scales.push(scale);
  return [...scales, finest];
}
