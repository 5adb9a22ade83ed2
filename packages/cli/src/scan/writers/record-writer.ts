import type { ScannedFile } from '../scan-record.ts';

/** Writes scanned files in one format, each as it comes or all at the end. */
export type RecordWriter = {
  readonly write: (scanned: ScannedFile) => Promise<void>;
  /** After the last one. */
  readonly end: () => Promise<void>;
};
