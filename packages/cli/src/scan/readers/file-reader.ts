import type { ScanResult } from '@ocr-web/api/client';

/** What was read in a file. */
export type FileReading = {
  readonly result: ScanResult;
  /**
   * Draws a page with what was found on it, as a PNG.
   *
   * @param page index from 0
   * @throws as `read`
   */
  readonly annotate: (page: number, signal: AbortSignal) => Promise<Uint8Array>;
  /**
   * Cuts a portrait or a signature of the result out of its page, as a PNG.
   *
   * @param index in the result's list, from 0
   * @throws as `read`
   */
  readonly cut: (what: 'portrait' | 'signature', index: number, signal: AbortSignal) => Promise<Uint8Array>;
};

/** What is read beside the zone. */
export type Wanted = { readonly visual: boolean; readonly portrait: boolean; readonly barcodes: boolean };

/** What reads files: reader processes on this machine, or a service. */
export type FileReader = {
  /** How many files to give it at a time, so that it never waits for the next. */
  readonly atOnce: number;
  /**
   * @param bytes the file
   * @throws FileError when this file cannot be read; the signal's reason; everything else ends the
   *   whole run
   */
  readonly read: (bytes: Uint8Array, signal: AbortSignal) => Promise<FileReading>;
  readonly close: () => Promise<void>;
};
