import type { LazyPlane } from '../image/plane.ts';

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
const sampledRows = 80;
const shortLag = 2;
const longLag = 8;

/** Light and sharpness of a page of which nothing better is known. */
export function measurePage(plane: LazyPlane): PageMeasures {
  const { width, height } = plane;
  const counts = new Uint32Array(levels);
  const edges = [shortLag, longLag].map((lag) => ({ lag, along: new Uint32Array(levels), across: new Uint32Array(levels) }));
  const step = Math.max(1, Math.floor(height / sampledRows));
  for (let row = 0; row < height; row += step) {
    const { data } = plane.rows(row, row + 1);
    const start = row * width;
    for (let at = start; at < start + width; at++) counts[data[at]!]!++;
    for (const { lag, along, across } of edges) {
      if (row + lag >= height) continue;
      plane.rows(row + lag, row + lag + 1);
      for (let at = start; at + lag < start + width; at++) {
        along[Math.abs(data[at]! - data[at + lag]!)]!++;
        across[Math.abs(data[at]! - data[at + lag * width]!)]!++;
      }
    }
  }
  // The weaker of both directions: a hand that shakes blurs in one.
  const [near = 0, far = 0] = edges.map(({ along, across }) => Math.min(levelAbove(along, edgeShare), levelAbove(across, edgeShare)));
  return { dark: levelAbove(counts, 1 - rimShare), bright: levelAbove(counts, rimShare), near, far };
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
