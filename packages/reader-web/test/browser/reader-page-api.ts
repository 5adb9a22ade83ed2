import type { Interpretation, Reading, ZoneReading } from '@ocr-web/reader';

/** What came of a file: its reading, or why there is none. */
export type FileOutcome = { readonly reading: Reading } | { readonly code: string; readonly message: string };

/** What tests and benches call in the page of the reader. */
export type ReaderPage = {
  /** Reads files that the page's server holds. */
  readFiles(names: readonly string[], extras?: { readonly visual?: boolean; readonly portrait?: boolean }): Promise<FileOutcome[]>;
  /** Gives a reading up after so many milliseconds, then reads the same file. */
  abortThenRead(name: string, afterMs: number): Promise<FileOutcome[]>;
  /** Reads a file as frames: alone, where the first one found it, and both together. */
  readFrames(name: string): Promise<{
    readonly first: readonly ZoneReading[];
    readonly second: readonly ZoneReading[];
    readonly combined: Interpretation | undefined;
  }>;
  /** What was told while the reader was loaded. */
  progress(): readonly { readonly loaded: number; readonly total: number }[];
};

declare global {
  var readerPage: ReaderPage;
}
