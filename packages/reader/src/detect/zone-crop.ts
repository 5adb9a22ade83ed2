import type { Point } from '../geometry/point.ts';

/** An upright cut-out of the picture around a zone: a similarity, so that angles and proportions in it are those of the picture. */
export type ZoneCrop = {
  /** Pixels; multiples of 16. */
  readonly width: number;
  readonly height: number;
  /** Where the crop's upper left corner lies in the picture, pixels. */
  readonly origin: Point;
  /** Unit vector of the crop's x axis in the picture. */
  readonly direction: Point;
  /** Pixels of the picture that one pixel of the crop spans. */
  readonly scale: number;
};
