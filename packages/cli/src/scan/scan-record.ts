import type { ScanResult } from '@ocr-web/api/client';
import { parseMrz } from '@ocr-web/mrz';
import { type V1Result, v1Result } from '@ocr-web/reader';

/** Why a file has no result: `file.…` when it cannot be had, else what the reader or the service says. */
export type ScanFailure = { readonly code: string; readonly message: string };

/** One line of `ocr-web scan --json`: the v1 keys of the finished scan, and what v1 does not say. */
export type ScanRecord = { readonly file: string } & Omit<V1Result, 'status' | 'valid_score'> & {
    readonly status: 'COM' | 'ERR';
    /** null when the file could not be read. */
    readonly valid_score: number | null;
    /** The best zone as it was read; null without one. */
    readonly mrz: { readonly format: string | null; readonly lines: readonly string[] } | null;
    /** From the bytes in memory to the result, without waiting for a free reader; null when the file could not be read. */
    readonly timing: ScanResult['timing'] | null;
    readonly error?: ScanFailure;
  };

/** @param today ISO date, for the century of dates */
export function recordResult(file: string, { documents, timing }: ScanResult, today: string): ScanRecord {
  const [best] = documents;
  const zones = best ? [{ document: parseMrz(best.lines, { today }), score: best.score }] : [];
  return { file, ...v1Result({ zones }), mrz: best ? { format: best.format, lines: best.lines } : null, timing };
}

export function recordFailure(file: string, { code, message }: ScanFailure): ScanRecord {
  return { file, ...v1Result({ zones: [] }), status: 'ERR', valid_score: null, mrz: null, timing: null, error: { code, message } };
}
