import { unreadV1Result, type V1ResultBody } from '@ocr-web/api';
import type { ScanResult } from '@ocr-web/api/client';
import type { FileReading } from './file-reader.ts';

/** Why a file has no result: `file.…` when it cannot be had, else what the reader or the service says. */
export type ScanFailure = { readonly code: string; readonly message: string };

/** One line of `ocr-web scan --json`: the v1 keys of the finished scan, and what v1 does not say. */
export type ScanRecord = { readonly file: string } & Omit<V1ResultBody, 'status' | 'valid_score'> & {
    readonly status: 'COM' | 'ERR';
    /** null when the file could not be read. */
    readonly valid_score: number | null;
    /** The best zone as it was read; null without one. */
    readonly mrz: { readonly format: string | null; readonly lines: readonly string[] } | null;
    /** From the bytes in memory to the result, without waiting for a free reader; null when the file could not be read. */
    readonly timing: ScanResult['timing'] | null;
    readonly error?: ScanFailure;
  };

export function recordResult(file: string, { result: { documents, timing }, v1 }: Pick<FileReading, 'result' | 'v1'>): ScanRecord {
  const [best] = documents;
  return { file, ...v1, status: 'COM', mrz: best ? { format: best.format, lines: best.lines } : null, timing };
}

export function recordFailure(file: string, { code, message }: ScanFailure): ScanRecord {
  return { file, ...unreadV1Result, status: 'ERR', mrz: null, timing: null, error: { code, message } };
}
