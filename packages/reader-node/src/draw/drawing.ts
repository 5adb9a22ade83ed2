import type { Quad, ZoneReading } from '@ocr-web/reader';
import type { ColourPlane } from '@ocr-web/reader/engine';

/** What can be drawn of a file. Pages count from 0; quads are in the coordinates of the reading. */
export type Drawing =
  /** The page as it is looked at. */
  | { readonly kind: 'page'; readonly page: number }
  /** What lies within a quad, flat and upright, with a little of what is around it. */
  | { readonly kind: 'crop'; readonly page: number; readonly quad: Quad }
  /** The page with those of the zones that lie on it: where they and their fields were found, and which check digits hold. */
  | { readonly kind: 'annotated'; readonly page: number; readonly zones: readonly ZoneReading[] };

/** Writes colours as a PNG file. Node and browsers bring their own. */
export type EncodePng = (picture: ColourPlane) => Promise<Uint8Array>;
