import { printGeometry } from '../print-geometry.ts';
import { searchTuning } from '../search-tuning.ts';
import type { TextSegment } from './measure-segment.ts';

const { coreShare } = printGeometry;
const { minParallel, maxGap, maxOverlap, maxOffset, maxLineGap, minLineOverlap } = searchTuning.candidates;

/**
 * Sorts segments into candidate zones: pieces of one line, and parallel lines close to each other.
 * The network may mistake which end of a line is its start, so opposite directions count as equal
 * here.
 */
export function groupSegments(segments: readonly TextSegment[]): TextSegment[][] {
  const parents = segments.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] as number;
    return at;
  };
  for (let i = 0; i < segments.length; i++) {
    for (let j = i + 1; j < segments.length; j++) {
      if (root(i) !== root(j) && belongTogether(segments[i] as TextSegment, segments[j] as TextSegment)) parents[root(j)] = root(i);
    }
  }
  const groups = new Map<number, TextSegment[]>();
  segments.forEach((segment, index) => {
    const key = root(index);
    const group = groups.get(key);
    if (group) group.push(segment);
    else groups.set(key, [segment]);
  });
  return [...groups.values()];
}

function belongTogether(first: TextSegment, second: TextSegment): boolean {
  const cosine = first.direction.x * second.direction.x + first.direction.y * second.direction.y;
  if (Math.abs(cosine) < minParallel) return false;
  const longer = lengthOf(first) >= lengthOf(second) ? first : second;
  const other = longer === first ? second : first;
  const placed = placeBeside(longer, other);
  // The thicker one may be several merged lines.
  const glyphHeight = Math.min(thicknessOf(first), thicknessOf(second)) / coreShare;
  const gapAlong = Math.max(placed.along[0] - longer.along[1], longer.along[0] - placed.along[1]);
  const gapAcross = Math.max(placed.across[0] - longer.across[1], longer.across[0] - placed.across[1]);
  const sameLine = gapAlong > -maxOverlap * lengthOf(other) && gapAlong < maxGap * glyphHeight && placed.offset < maxOffset * glyphHeight;
  const neighbours = gapAcross < maxLineGap * glyphHeight && -gapAlong > minLineOverlap * lengthOf(other);
  return sameLine || neighbours;
}

function lengthOf({ along }: TextSegment): number {
  return along[1] - along[0];
}

function thicknessOf(segment: TextSegment): number {
  return segment.mass / Math.max(lengthOf(segment), 1);
}

/**
 * Where a segment lies in the frame of a longer one, and its offset from the longer one's
 * centreline, measured halfway between them.
 */
function placeBeside(longer: TextSegment, other: TextSegment): { along: [number, number]; across: [number, number]; offset: number } {
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
    offset: Math.abs(v - (sine / cosine) * halfway),
  };
}
