import type { Point, Reading } from '@ocr-web/reader';

/** How far two readings of one picture are apart. */
export type Difference = {
  /** Whether the lines of all zones are the same. */
  readonly sameLines: boolean;
  /** Whether the codes of the hints are, and the lines and documents that they name. */
  readonly sameHints: boolean;
  readonly samePages: boolean;
  /** Scores of the best zone; undefined without one. */
  readonly scores: readonly [number | undefined, number | undefined];
  /** The farthest that a corner of a zone or of a line moved, pixels; of equal lines only. */
  readonly corners_px: number;
};

export function compareReadings(one: Reading, other: Reading): Difference {
  const sameLines = isSame(one.zones.map(linesOf), other.zones.map(linesOf));
  return {
    sameLines,
    sameHints: isSame(one.hints.map(subjectOf), other.hints.map(subjectOf)),
    samePages: isSame(one.pages, other.pages),
    scores: [one.zones[0]?.score, other.zones[0]?.score],
    corners_px: sameLines ? farthest(one.zones.flatMap(cornersOf), other.zones.flatMap(cornersOf)) : 0,
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const linesOf = ({ lines }: Reading['zones'][number]) => lines;
const subjectOf = ({ code, line, document }: Reading['hints'][number]) => ({ code, line, document });
const cornersOf = ({ quad, lineQuads }: Reading['zones'][number]): Point[] => [quad, ...lineQuads].flat();

function farthest(ones: readonly Point[], others: readonly Point[]): number {
  return ones.reduce((most, { x, y }, index) => Math.max(most, Math.hypot(x - others[index]!.x, y - others[index]!.y)), 0);
}
