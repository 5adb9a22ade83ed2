import type { ByteCursor } from './byte-cursor.ts';
import type { MediaType } from './media-type.ts';

/** In pixels as stored. */
export type PictureSize = { readonly width: number; readonly height: number };

/** How a kind of file is told from others, and what its structure shows. Bytes are read with the cursor only, which bounds time and memory. */
export type PictureKind = {
  readonly mediaType: MediaType;
  /** @param head the first 1,024 bytes as Latin-1 text, or fewer */
  readonly matches: (head: string) => boolean;
  /**
   * @param cursor at the first byte
   * @returns undefined where the header keeps the size elsewhere, or has none that is possible
   */
  readonly readSize?: (cursor: ByteCursor) => PictureSize | undefined;
  /**
   * Walks through the structure up to its end. An EndOfFileError says the same as false.
   *
   * @param cursor at the first byte
   */
  readonly isWhole: (cursor: ByteCursor) => boolean;
};
