import { printGeometry } from '../print-geometry.ts';
import type { Ribbon } from './measure-ribbon.ts';

/** Ribbons of one zone differ in direction by less than this (cosine of 20°): lines converge in perspective. Which end of a line is its
 * start the network may mistake, so opposite directions count as equal; the zone's lines vote on it. */
const parallel = Math.cos(Math.PI / 9);
const { coreShare } = printGeometry;
/** Longest break within a line that a stamp, a finger or glare may make, in glyph heights. */
const maxGap = 12;
/** Pieces of one line lie within this of its course, in glyph heights. */
const maxSidestep = 0.8;
/** Largest free space between the cores of neighbouring lines, in glyph heights (lines lie up to 3 apart, middle to middle, and the ribbons of a small plane are thin at times). */
const maxLineGap = 3.2;

/** Sorts ribbons into zones: pieces of one line, and parallel lines close to each other. */
export function groupRibbons(ribbons: readonly Ribbon[]): Ribbon[][] {
  const parents = ribbons.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] as number;
    return at;
  };
  for (let i = 0; i < ribbons.length; i++) {
    for (let j = i + 1; j < ribbons.length; j++) {
      if (root(i) !== root(j) && belongTogether(ribbons[i] as Ribbon, ribbons[j] as Ribbon)) parents[root(j)] = root(i);
    }
  }
  const groups = new Map<number, Ribbon[]>();
  ribbons.forEach((ribbon, index) => {
    const key = root(index);
    const group = groups.get(key);
    if (group) group.push(ribbon);
    else groups.set(key, [ribbon]);
  });
  return [...groups.values()];
}

function belongTogether(first: Ribbon, second: Ribbon): boolean {
  const cosine = first.direction.x * second.direction.x + first.direction.y * second.direction.y;
  if (Math.abs(cosine) < parallel) return false;
  const longer = lengthOf(first) >= lengthOf(second) ? first : second;
  const other = longer === first ? second : first;
  const placed = placeBeside(longer, other);
  // The thicker one may be several lines that have run together.
  const glyphHeight = Math.min(thicknessOf(first), thicknessOf(second)) / coreShare;
  const gapAlong = Math.max(placed.along[0] - longer.along[1], longer.along[0] - placed.along[1]);
  const gapAcross = Math.max(placed.across[0] - longer.across[1], longer.across[0] - placed.across[1]);
  const sameLine = gapAlong > -0.1 * lengthOf(other) && gapAlong < maxGap * glyphHeight && placed.sidestep < maxSidestep * glyphHeight;
  const neighbours = gapAcross < maxLineGap * glyphHeight && -gapAlong > 0.5 * lengthOf(other);
  return sameLine || neighbours;
}

function lengthOf({ along }: Ribbon): number {
  return along[1] - along[0];
}

function thicknessOf(ribbon: Ribbon): number {
  return ribbon.mass / Math.max(lengthOf(ribbon), 1);
}

/** Where a ribbon lies in the frame of a longer one, and how far it lies beside the longer one's course halfway between them. */
function placeBeside(longer: Ribbon, other: Ribbon): { along: [number, number]; across: [number, number]; sidestep: number } {
  const { direction, centre } = longer;
  const x = other.centre.x - centre.x;
  const y = other.centre.y - centre.y;
  const u = x * direction.x + y * direction.y;
  const v = y * direction.x - x * direction.y;
  const cosine = direction.x * other.direction.x + direction.y * other.direction.y;
  const sine = direction.x * other.direction.y - direction.y * other.direction.x;
  const halfway = u / 2;
  const ends = [other.along[0] * cosine, other.along[1] * cosine];
  const rims = [other.across[0] * cosine, other.across[1] * cosine];
  return {
    along: [u + Math.min(...ends), u + Math.max(...ends)],
    across: [v + Math.min(...rims), v + Math.max(...rims)],
    sidestep: Math.abs(v - (sine / cosine) * halfway),
  };
}
