import type { Point } from '../../geometry/point.ts';
import type { DetectorMaps } from './run-detector.ts';

/**
 * What the detector says about the picture or a region of it, and where that lies in the picture.
 */
export type DetectionMap = {
  readonly maps: DetectorMaps;
  /** Size of a cell, pixels of the picture. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** The upper left corner of the first cell, pixels of the picture. */
  readonly origin: Point;
};
