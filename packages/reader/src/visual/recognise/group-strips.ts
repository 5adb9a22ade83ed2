/**
 * Parts strips into runs of the network that take the least time together. All strips of a run are
 * as wide as its widest, and each run takes some time besides.
 *
 * @param widths of the strips, pixels, from the narrowest to the widest
 * @param most strips in a run
 * @param start columns of pixels that are computed in the time that each run takes besides
 * @returns how many strips each run takes, from the narrowest on
 */
export function groupStrips(widths: readonly number[], most: number, start: number): number[] {
  // The least that the narrowest strips cost, by their number, and the size of the last run then.
  const costs = new Float64Array(widths.length + 1).fill(Number.POSITIVE_INFINITY);
  const sizes = new Uint32Array(widths.length + 1);
  costs[0] = 0;
  for (let end = 1; end <= widths.length; end++) {
    for (let size = 1; size <= Math.min(most, end); size++) {
      const cost = costs[end - size]! + size * widths[end - 1]! + start;
      if (cost > costs[end]!) continue;
      costs[end] = cost;
      sizes[end] = size;
    }
  }
  const groups: number[] = [];
  for (let end = widths.length; end > 0; end -= sizes[end]!) groups.unshift(sizes[end]!);
  return groups;
}
