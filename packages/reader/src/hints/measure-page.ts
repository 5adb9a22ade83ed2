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
/** As many rows, evenly spread, tell as much as all. */
const sampledRows = 200;

/** Light and sharpness of a page of which nothing better is known. */
export function measurePage(plane: GreyPlane): PageMeasures {
  const counts = new Uint32Array(levels);
  for (const row of rowsOf(plane)) {
    for (const grey of plane.data.subarray(row, row + plane.width)) counts[grey] = (counts[grey] as number) + 1;
  }
  return {
    dark: levelAbove(counts, 1 - rimShare),
    bright: levelAbove(counts, rimShare),
    near: measureEdges(plane, 2),
    far: measureEdges(plane, 8),
  };
}

/** Where the sampled rows begin, the last `spare` rows left out. */
function rowsOf({ width, height }: GreyPlane, spare = 0): number[] {
  const step = Math.max(1, Math.floor(height / sampledRows));
  return Array.from({ length: Math.max(0, Math.ceil((height - spare) / step)) }, (_, index) => index * step * width);
}

/** The weaker of both directions: a hand that shakes blurs in one. */
function measureEdges(plane: GreyPlane, lag: number): number {
  const { data, width } = plane;
  const along = new Uint32Array(levels);
  const across = new Uint32Array(levels);
  for (const row of rowsOf(plane, lag)) {
    for (let at = row; at + lag < row + width; at++) {
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
