import type { Point } from '../geometry/point.ts';

/**
 * A connected patch of cells that the detector takes for the core of MRZ lines: a piece of a line, a line, or several lines that have run
 * together on a small plane. Lengths in cells, `along` and `across` relative to `centre` in the frame of the reading direction.
 */
export type Ribbon = {
  readonly centre: Point;
  /** Unit vector of the reading direction, y down. */
  readonly direction: Point;
  readonly along: readonly [from: number, to: number];
  readonly across: readonly [from: number, to: number];
  /** Sum of the cells' probabilities: the area in cells. */
  readonly mass: number;
};
