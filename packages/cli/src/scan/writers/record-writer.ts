import type { ScannedFile } from '../scanned-file.ts';

/** Puts scanned files out in one format, each as it comes or all at the end. */
export type RecordWriter = {
  readonly write: (scanned: ScannedFile) => Promise<void>;
  /** After the last one. */
  readonly end: () => Promise<void>;
};
