import { composeHomographies, type Homography } from '../../geometry/homography.ts';
import { allRows, type PicturePlanes } from '../../image/plane.ts';
import type { ZoneReading } from '../../reading.ts';
import { frameOfZone, pixelsPerMillimetre } from '../../visual/page/page-frame.ts';
import { type Bars, extentOf, findBars } from './find-bars.ts';
import { drawThrough, type PictureView } from './picture-view.ts';

/**
 * Pixels of the longer side of the first view, and of the last one, for bars that it is too coarse
 * for.
 */
const usualSide = 1600;
const finestSide = 3200;
/**
 * Around what looks like bars, pixels: two blocks, and the margin of ten bars that a code needs.
 */
const margin = 48;
/** A page cut out has so many pixels a millimetre at most: a narrow bar of a card has 0.17 mm. */
const maxScale = 20;
/** What is drawn anew has so many pixels for one of the picture, and no more than this in all. */
const maxMagnification = 2;
const maxPixels = 2_500_000;

/**
 * Views of a page in which to look for barcodes, each made when it is asked for: the picture; where
 * something looks like bars, these alone, large and upright, then the page cut out flat by its
 * zone, and the bars from the picture as fine as it is.
 */
export async function* listViews(planes: PicturePlanes, zone: ZoneReading | undefined): AsyncGenerator<PictureView, void, undefined> {
  const usual = await viewOfPicture(planes, usualSide);
  yield usual;
  const bars = findBars(usual.plane);
  if (!bars) return;
  yield viewOfBars(usual, bars);
  const page = zone && (await viewOfPage(planes, zone));
  if (page) yield page;
  const finest = await viewOfPicture(planes, finestSide);
  const finer = finest.plane.width / usual.plane.width;
  if (finer <= 1) return;
  yield viewOfBars(finest, { ...bars, points: bars.points.map(({ x, y }) => ({ x: x * finer, y: y * finer })) });
}

/**
 * The plane next to so many pixels on its longer side; not drawn anew where it is half as large
 * again. The library that scans it fails where it has no pixels at all.
 */
async function viewOfPicture(planes: PicturePlanes, side: number): Promise<PictureView> {
  const plane = allRows(await planes.planeAtLeast(Math.min(1, side / Math.max(planes.width, planes.height))));
  const scale = planes.width / plane.width;
  const whole: PictureView = { plane, toPicture: [scale, 0, 0, 0, scale, 0, 0, 0, 1] };
  const excess = Math.max(plane.width, plane.height) / side;
  if (excess <= 1.5) return whole;
  const shrunk = drawThrough(
    plane,
    [excess, 0, 0, 0, excess, 0, 0, 0, 1],
    Math.max(1, Math.floor(plane.width / excess)),
    Math.max(1, Math.floor(plane.height / excess)),
  );
  return { plane: shrunk, toPicture: [scale * excess, 0, 0, 0, scale * excess, 0, 0, 0, 1] };
}

/** The page that a zone belongs to, with what is above and below it, flat. */
async function viewOfPage(
  planes: PicturePlanes,
  { document: { format }, lines, lineQuads }: ZoneReading,
): Promise<PictureView | undefined> {
  const frame = format === null ? undefined : frameOfZone({ format, columns: lines[0]?.length ?? 0, lineQuads }, planes);
  if (!frame) return undefined;
  const { area } = frame;
  const [across, down] = [area.right - area.left, area.bottom - area.top];
  const source = pixelsPerMillimetre(frame);
  if (!(across > 5 && down > 5 && source > 0)) return undefined;
  const scale = Math.min(maxScale, source, Math.sqrt(maxPixels / (across * down)));
  const fine = allRows(await planes.planeAtLeast(Math.min(1, scale / source)));
  const toFrame: Homography = [1 / scale, 0, area.left, 0, 1 / scale, area.top, 0, 0, 1];
  const toPicture = composeHomographies(toFrame, frame.toPicture);
  const share = fine.width / planes.width;
  const toPlane = composeHomographies(toPicture, [share, 0, 0, 0, share, 0, 0, 0, 1]);
  return { plane: drawThrough(fine, toPlane, Math.floor(across * scale), Math.floor(down * scale)), toPicture };
}

/**
 * What looks like bars, turned so that they stand upright, with the margin that they need, and
 * drawn larger: bars of two pixels do not survive a resampling at their own size.
 */
function viewOfBars({ plane, toPicture }: PictureView, bars: Bars): PictureView {
  const angle = (bars.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const extent = extentOf(bars);
  const [left, right] = [extent.left - margin, extent.right + margin];
  const [top, bottom] = [extent.top - margin, extent.bottom + margin];
  const step = 1 / Math.min(maxMagnification, Math.sqrt(maxPixels / ((right - left) * (bottom - top))));
  const toPlane: Homography = [cos * step, -sin * step, left * cos - top * sin, sin * step, cos * step, left * sin + top * cos, 0, 0, 1];
  const drawn = drawThrough(plane, toPlane, Math.floor((right - left) / step), Math.floor((bottom - top) / step));
  return { plane: drawn, toPicture: composeHomographies(toPlane, toPicture) };
}
