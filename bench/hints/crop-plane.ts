import type { GreyPlane } from '@ocr-web/reader/engine';
import type { GoodPicture } from './good-picture.ts';

/**
 * Photographed too near: the picture ends within the zone, this share of whose extent (to the right
 * or down, whichever is its length) is lost.
 */
export function cropPlane({ plane, lineQuads, chance }: GoodPicture, share: number): GreyPlane {
  const corners = lineQuads.flat();
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  const isWide = right - left > bottom - top;
  const [from, to] = isWide ? [left, right] : [top, bottom];
  const isEndLost = chance() < 0.5;
  const kept = isEndLost ? { from: 0, to: to - share * (to - from) } : { from: from + share * (to - from), to: Infinity };
  return isWide
    ? extract(plane, Math.round(kept.from), 0, Math.round(Math.min(kept.to, plane.width)), plane.height)
    : extract(plane, 0, Math.round(kept.from), plane.width, Math.round(Math.min(kept.to, plane.height)));
}

function extract(plane: GreyPlane, left: number, top: number, right: number, bottom: number): GreyPlane {
  const width = right - left;
  const data = new Uint8Array(width * (bottom - top));
  for (let y = top; y < bottom; y++) {
    data.set(plane.data.subarray(y * plane.width + left, y * plane.width + right), (y - top) * width);
  }
  return { width, height: bottom - top, data };
}
