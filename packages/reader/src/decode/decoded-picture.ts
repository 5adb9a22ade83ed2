import type { ColourPlane } from '../image/colour-plane.ts';
import type { PicturePlanes } from '../image/plane.ts';
import type { MediaType } from '../media/picture-kind.ts';

/** A file whose header was read and found acceptable. */
export type DecodedPicture = {
  readonly mediaType: MediaType;
  /**
   * Above 1 for PDF and TIFF only; of animations the first frame counts, of other collections the
   * main picture.
   */
  readonly pageCount: number;
  /** Whether the end of the file is missing; what is missing of the picture is grey then. */
  readonly incomplete?: boolean;
  /**
   * @param index from 0
   * @throws EngineError `picture.too_large`, `picture.corrupt`
   */
  openPage(index: number): Promise<DecodedPage>;
  /** Gives back what the file holds; its pages are of no use afterwards. */
  close(): void;
};

/**
 * A page whose size is known and acceptable; its pixels are decoded when a plane is asked for,
 * which can fail with `picture.corrupt`. Transparency lies on white.
 */
export type DecodedPage = PicturePlanes & {
  /**
   * Where the file says that its pixels are not square: the size of the page as stored, after its
   * EXIF orientation. Its planes then are scaled to square pixels, `width` and `height` as well;
   * what the reader answers is in pixels of the page as stored.
   */
  readonly stored?: { readonly width: number; readonly height: number };
  /** The page in colour, at least `min(1, scale) * width` wide. Decoded anew each time. */
  coloursAtLeast(scale: number): Promise<ColourPlane>;
};

/**
 * Reads what a file is. Node and browsers bring their own.
 *
 * @throws EngineError `picture.unsupported`, `picture.too_large`, `picture.too_many_pages`,
 *   `picture.encrypted`, `picture.corrupt`
 */
export type DecodePicture = (bytes: Uint8Array) => Promise<DecodedPicture>;
