import type { ByteCursor } from './byte-cursor.ts';

/** The kinds of file that are read, told by their first bytes. */
export type MediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/tiff'
  | 'image/gif'
  | 'image/avif'
  | 'image/bmp'
  | 'image/heic'
  | 'application/pdf';

/** What to do about a file of another kind. */
export const acceptedKinds = 'Send a JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP or HEIC picture or a PDF.';

/** In pixels as stored. */
export type PictureSize = { readonly width: number; readonly height: number };

/** Pixels a unit of length along the stored rows and columns. */
export type Resolution = { readonly x: number; readonly y: number };

/**
 * How a kind of file is told from others, and what its structure shows. Bytes are read with the
 * cursor only, which bounds time and memory.
 */
export type PictureKind = {
  readonly mediaType: MediaType;
  /** @param head the first 1,024 bytes as Latin-1 text, or fewer */
  readonly matches: (head: string) => boolean;
  /**
   * The name of a variant of this kind that is not read, if the file is one.
   *
   * @param cursor at the first byte
   */
  readonly nameUnreadable?: (cursor: ByteCursor) => string | undefined;
  /**
   * @param cursor at the first byte
   * @returns undefined where the header keeps the size elsewhere, or has none that is possible
   */
  readonly readSize?: (cursor: ByteCursor) => PictureSize | undefined;
  /**
   * @param cursor at the first byte
   * @param page index of the page, from 0
   * @returns undefined where the file gives none
   */
  readonly readResolution?: (cursor: ByteCursor, page: number) => Resolution | undefined;
  /**
   * Walks through the structure up to its end. An EndOfFileError says the same as false.
   *
   * @param cursor at the first byte
   */
  readonly isWhole: (cursor: ByteCursor) => boolean;
  /**
   * Whether a file that is not whole still shows a part of its picture. Kinds without it are
   * readable as a whole only.
   *
   * @param cursor at the first byte
   */
  readonly hasPixels?: (cursor: ByteCursor) => boolean;
};
