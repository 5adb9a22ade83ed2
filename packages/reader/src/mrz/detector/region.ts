/** A rectangle of the picture, pixels; `right` and `bottom` lie outside. */
export type Region = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/**
 * Adds a region to others that do not overlap: replaces all that it overlaps, directly or in turn,
 * by their common hull.
 */
export function joinRegion(regions: Region[], added: Region): void {
  let joined = added;
  for (;;) {
    const index = findOverlap(regions, joined);
    if (index < 0) break;
    const other = regions[index]!;
    regions.splice(index, 1);
    joined = {
      left: Math.min(joined.left, other.left),
      top: Math.min(joined.top, other.top),
      right: Math.max(joined.right, other.right),
      bottom: Math.max(joined.bottom, other.bottom),
    };
  }
  regions.push(joined);
}

function findOverlap(regions: readonly Region[], { left, top, right, bottom }: Region): number {
  return regions.findIndex((other) => left < other.right && other.left < right && top < other.bottom && other.top < bottom);
}
