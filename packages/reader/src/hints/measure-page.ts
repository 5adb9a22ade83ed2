import type { GreyPlane } from '../geometry/grey-plane.ts';

/** A page as a whole. Grey levels from 0, black, to 255, white. */
export type PageMeasures = {
  /** All but the darkest and the brightest hundredth of its pixels lie between these. */
  readonly dark: number;
  readonly bright: number;
  /** How strong its strongest edges are: what 1 pair of pixels in 500 differs by at least, taken two and eight pixels apart. */
  readonly near: number;
  readonly far: number;
};

/** Share of the pairs of pixels that are the strongest edges. */
const edgeShare = 0.002;
const rimShare = 0.01;
const levels = 256;

/** Light and sharpness of a page of which nothing better is known. */
export function measurePage(plane: GreyPlane): PageMeasures {
  const counts = new Uint32Array(levels);
  for (const grey of plane.data) counts[grey] = (counts[grey] as number) + 1;
  return {
    dark: levelAbove(counts, 1 - rimShare),
    bright: levelAbove(counts, rimShare),
    near: measureEdges(plane, 2),
    far: measureEdges(plane, 8),
  };
}

/** The weaker of both directions: a hand that shakes blurs in one. */
function measureEdges({ data, width, height }: GreyPlane, lag: number): number {
  const along = new Uint32Array(levels);
  const across = new Uint32Array(levels);
  for (let y = 0; y + lag < height; y++) {
    for (let at = y * width; at + lag < (y + 1) * width; at++) {
      const grey = data[at] as number;
      const right = Math.abs(grey - (data[at + lag] as number));
      const below = Math.abs(grey - (data[at + lag * width] as number));
      along[right] = (along[right] as number) + 1;
      across[below] = (across[below] as number) + 1;
    }
  }
  return Math.min(levelAbove(along, edgeShare), levelAbove(across, edgeShare));
}

/** The level that this share of what was counted reaches or exceeds. */
function levelAbove(counts: Uint32Array, share: number): number {
  let left = share * counts.reduce((sum, count) => sum + count, 0);
  for (let level = levels - 1; level > 0; level--) {
    left -= counts[level] as number;
    if (left < 0) return level;
  }
  return 0;
}
