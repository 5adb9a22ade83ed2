/** What the structure of a file says, without decoding it. */
export type PictureFacts = {
  readonly mediaType: string;
  /** In pixels as stored; missing where the header keeps it elsewhere. */
  readonly width?: number;
  readonly height?: number;
  /** Whether the file ends before its own structure says so. */
  readonly truncated: boolean;
};
