/** A rectangle of the picture, pixels; `right` and `bottom` lie outside. */
export type Region = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Adds a region to others that do not overlap, joined with all that it overlaps, and with what it then overlaps. */
export function joinRegion(regions: Region[], added: Region): void {
  let joined = added;
  for (let index = 0; index < regions.length; index++) {
    const other = regions[index]!;
    if (joined.right <= other.left || other.right <= joined.left || joined.bottom <= other.top || other.bottom <= joined.top) continue;
    regions.splice(index, 1);
    joined = {
      left: Math.min(joined.left, other.left),
      top: Math.min(joined.top, other.top),
      right: Math.max(joined.right, other.right),
      bottom: Math.max(joined.bottom, other.bottom),
    };
    index = -1;
  }
  regions.push(joined);
}
