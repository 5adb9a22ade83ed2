import type { Point } from '../geometry/point.ts';
import type { DetectorMaps } from './detector-maps.ts';

/** What the detector says about a picture or a region of it, where that begins, and how large its cells are, in pixels of the picture. */
export type Overview = {
  readonly maps: DetectorMaps;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly origin: Point;
};
