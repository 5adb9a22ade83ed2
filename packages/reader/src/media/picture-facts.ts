import type { MediaType } from './media-type.ts';

/** What the structure of a file says, without decoding it. */
export type PictureFacts = {
  readonly mediaType: MediaType;
  /** In pixels as stored; missing where the header keeps it elsewhere. */
  readonly width?: number;
  readonly height?: number;
  /** Whether the file ends before its own structure says so. */
  readonly truncated: boolean;
};
