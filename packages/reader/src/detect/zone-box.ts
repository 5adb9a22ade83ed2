import type { Point } from '../geometry/point.ts';

/** A place in the picture where an MRZ seems to be: an oriented box around the cores of its lines, in pixels of the picture. */
export type ZoneBox = {
  readonly centre: Point;
  /** Unit vector of the reading direction, y down. */
  readonly direction: Point;
  /** Extent along the reading direction. */
  readonly length: number;
  /** Extent across it, from the upper rim of the first line's core to the lower rim of the last one's. */
  readonly height: number;
  /** Ribbon thickness: about 0.6 of the glyph height, more where lines have run together. */
  readonly thickness: number;
  /** Area of the ribbons times their probability, in cells of the detector's maps. */
  readonly mass: number;
};
