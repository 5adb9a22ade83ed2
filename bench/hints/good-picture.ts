import type { Quad } from '@ocr-web/reader';
import type { GreyPlane } from '@ocr-web/reader/engine';

/** A picture that reads well, with what is needed to spoil it at the right place. */
export type GoodPicture = {
  readonly plane: GreyPlane;
  /** Of the lines of its zone, in pixels of the plane. */
  readonly lineQuads: readonly Quad[];
  readonly glyphHeight_px: number;
  /** 0..1, the same at every run; tells where a patch lies and the way a hand shakes. */
  readonly chance: () => number;
};
