import type { GradualPlane } from './gradual-plane.ts';

/**
 * A decoded picture as a source of planes. `width` and `height` are those of the uploaded picture after EXIF orientation; all
 * coordinates that the reader reports are pixels of it.
 */
export type PicturePlanes = {
  readonly width: number;
  readonly height: number;
  /** The smallest plane at hand (or cheap to make) that is at least `min(1, scale) * width` wide. Asking again costs nothing. */
  planeAtLeast(scale: number): Promise<GradualPlane>;
};
