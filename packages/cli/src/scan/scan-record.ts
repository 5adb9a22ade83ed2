import { type EngineErrorCode, type Reading, type ReadingTiming, type V1Result, v1Result } from '@ocr-web/reader';

export type FileErrorCode = 'file.missing' | 'file.is_folder' | 'file.too_large' | 'file.unreadable';

/** Why a file has no result. */
export type ScanFailure = { readonly code: EngineErrorCode | FileErrorCode; readonly message: string };

/** One line of `ocr-web scan --json`: the v1 keys of the finished scan, and what v1 does not say. */
export type ScanRecord = { readonly file: string } & Omit<V1Result, 'status' | 'valid_score'> & {
    readonly status: 'COM' | 'ERR';
    /** null when the file could not be read. */
    readonly valid_score: number | null;
    /** The best zone as it was read; null without one. */
    readonly mrz: { readonly format: string | null; readonly lines: readonly string[] } | null;
    /** From the bytes in memory to the result, without waiting for a free reader; null when the file could not be read. */
    readonly timing: ReadingTiming | null;
    readonly error?: ScanFailure;
  };

export function recordReading(file: string, reading: Reading): ScanRecord {
  const [best] = reading.zones;
  const mrz = best ? { format: best.document.format, lines: best.lines } : null;
  return { file, ...v1Result(reading), mrz, timing: reading.timing };
}

export function recordFailure(file: string, { code, message }: ScanFailure): ScanRecord {
  return { file, ...v1Result({ zones: [] }), status: 'ERR', valid_score: null, mrz: null, timing: null, error: { code, message } };
}
