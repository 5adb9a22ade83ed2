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

/** Stands for the overview when a zone is traced before there is one: its cells cover nothing. */
export const noOverview: DetectionMap = {
  maps: { width: 0, height: 0, probability: new Float32Array(), cosine: new Float32Array(), sine: new Float32Array() },
  cellWidth: Number.POSITIVE_INFINITY,
  cellHeight: Number.POSITIVE_INFINITY,
  origin: { x: 0, y: 0 },
};
