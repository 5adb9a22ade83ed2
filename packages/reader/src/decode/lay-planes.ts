import { halvePlane } from '../image/halve-plane.ts';
import { allRows, type LazyPlane, wholePlane } from '../image/plane.ts';
import type { DecodedPage } from './decoded-picture.ts';
import type { SquarePage } from './square-pixels.ts';

/**
 * Planes at full size, a half, a quarter …: level n is 2^n times smaller. Whatever was made is
 * kept.
 */
export function layPlanes({ width, height, stored, coarsestDecoded, decodePlane, decodeColours }: SquarePage): DecodedPage {
  const levels = new Map<number, Promise<LazyPlane>>();
  const planeAtLevel = (level: number): Promise<LazyPlane> => {
    const made = levels.get(level);
    if (made) return made;
    const halved = async () => wholePlane(halvePlane(allRows(await planeAtLevel(level - 1))));
    const plane = level <= coarsestDecoded ? decodePlane(level) : halved();
    levels.set(level, plane);
    return plane;
  };
  const coarsestLevel = Math.floor(Math.log2(Math.min(width, height)));
  const levelOf = (scale: number) => {
    if (!(scale > 0)) throw new RangeError(`A plane's scale must be above 0, not ${scale}`);
    return Math.min(coarsestLevel, Math.floor(Math.log2(1 / Math.min(1, scale))));
  };
  return {
    width,
    height,
    ...(stored && { stored }),
    planeAtLeast: (scale) => planeAtLevel(levelOf(scale)),
    coloursAtLeast: (scale) => decodeColours(levelOf(scale)),
  };
}
