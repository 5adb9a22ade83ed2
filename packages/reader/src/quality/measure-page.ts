import type { LazyPlane } from '../image/plane.ts';

/** Light and sharpness of a whole page, in grey levels from 0, black, to 255, white. */
export type PageMeasures = {
  /** The 1st and the 99th percentile of its pixels. */
  readonly dark: number;
  readonly bright: number;
  /**
   * Strength of its strongest edges: by how much 1 of 500 pairs of pixels differs at least, two and
   * eight pixels apart.
   */
  readonly near: number;
  readonly far: number;
};

/** Share of the pairs of pixels that are the strongest edges. */
const edgeShare = 0.002;
const rimShare = 0.01;
const levels = 256;
/** So many rows, evenly spaced, tell as much as all. */
const sampledRows = 80;
const shortLag = 2;
const longLag = 8;

/** Measures a page on which no zone was found. */
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
  // The weaker direction counts: motion blurs only one.
  const [near = 0, far = 0] = edges.map(({ along, across }) => Math.min(levelAbove(along, edgeShare), levelAbove(across, edgeShare)));
  return { dark: levelAbove(counts, 1 - rimShare), bright: levelAbove(counts, rimShare), near, far };
}

/** The level that this share of the counted values reaches or exceeds. */
function levelAbove(counts: Uint32Array, share: number): number {
  let left = share * counts.reduce((sum, count) => sum + count, 0);
  for (let level = levels - 1; level > 0; level--) {
    left -= counts[level]!;
    if (left < 0) return level;
  }
  return 0;
}
