/** Upper bounds of the ranges in which times are counted, milliseconds; the last range has none. */
export const latencyBounds = [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10_240, 20_480, 40_960, 81_920] as const;

/** Returns the range of a time in milliseconds: its number, from 0. */
export function latencyRange(milliseconds: number): number {
  const index = latencyBounds.findIndex((bound) => milliseconds <= bound);
  return index === -1 ? latencyBounds.length : index;
}

/**
 * Estimates a quantile, 0 to 1, as if times were spread evenly within their range.
 *
 * @param counts how many times fell into each range
 * @returns milliseconds; null where nothing was counted
 */
export function estimateQuantile(counts: ReadonlyMap<number, number>, quantile: number): number | null {
  const total = Array.from(counts.values()).reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let below = 0;
  for (let range = 0; range <= latencyBounds.length; range++) {
    const count = counts.get(range) ?? 0;
    const rank = quantile * total;
    if (count > 0 && below + count >= rank) {
      const [from, to] = [latencyBounds[range - 1] ?? 0, latencyBounds[range] ?? 2 * latencyBounds.at(-1)!];
      return Math.round(from + ((to - from) * (rank - below)) / count);
    }
    below += count;
  }
  return null;
}
