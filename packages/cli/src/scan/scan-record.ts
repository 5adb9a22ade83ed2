import { unreadV1Result, type V1ResultBody } from '@ocr-web/api';
import type { ScanResult } from '@ocr-web/api/client';
import { v1OfV2Result } from '@ocr-web/results';

/**
 * Why a file has no result: `file.…` when it cannot be opened, else the reader's or service's code.
 */
export type ScanFailure = { readonly code: string; readonly message: string };

/**
 * One line of `ocr-web scan --json`: the v1 keys of the finished scan, and what v1 does not say.
 */
export type ScanRecord = { readonly file: string } & Omit<V1ResultBody, 'status' | 'valid_score'> & {
    readonly status: 'COM' | 'ERR';
    /** null when the file could not be read. */
    readonly valid_score: number | null;
    /** The best zone as it was read; null without one. */
    readonly mrz: { readonly format: string | null; readonly lines: readonly string[] } | null;
    /**
     * From the bytes in memory to the result, without the wait for a free reader; null when the
     * file could not be read.
     */
    readonly timing: ScanResult['timing'] | null;
    /** What is printed for people on the best zone's page, where it was asked for. */
    readonly visual?: VisualRecord;
    /** Where the holder is pictured and has signed, where it was asked for. */
    readonly portraits?: ScanResult['portraits'];
    readonly signatures?: ScanResult['signatures'];
    /** The barcodes of all pages, where they were asked for. */
    readonly barcodes?: NonNullable<ScanResult['barcodes']>;
    /** Cards of which two sides were read, in this file or in it and the one before. */
    readonly sides?: readonly SidesRecord[];
    readonly error?: ScanFailure;
  };

type VisualRecord = Pick<NonNullable<ScanResult['visual']>[number], 'fields' | 'checks'> & {
  /** Where the portrait is; null where none was found. Missing where none was looked for. */
  readonly portrait?: { readonly box: readonly number[] } | null;
};

type Joined = NonNullable<ScanResult['sides']>[number];

/** Two sides by the names of their files. */
type SidesRecord = Pick<Joined, 'agrees'> & {
  readonly sides: readonly (Omit<Joined['sides'][number], 'file'> & { readonly file: string })[];
  readonly fields: Readonly<Record<string, Omit<Joined['fields'][string], 'file'> & { readonly file: string }>>;
};

/**
 * A file's record, and hints for the person who took it; no hints and no result if it could not be
 * read.
 */
export type ScannedFile = {
  readonly record: ScanRecord;
  readonly hints: ScanResult['hints'];
  readonly result?: ScanResult;
};

/** @param withPortraits whether they are an entry of their own */
export function recordResult(file: string, result: ScanResult, withPortraits = false): ScannedFile {
  const { documents, timing, hints, visual, portraits, signatures, barcodes } = result;
  const [best] = documents;
  const mrz = best ? { format: best.format, lines: best.lines } : null;
  return {
    record: {
      file,
      ...v1OfV2Result(result),
      status: 'COM',
      mrz,
      timing,
      ...(visual && { visual: recordVisual(visual, portraits) }),
      ...(withPortraits && { portraits, signatures }),
      ...(barcodes && { barcodes }),
    },
    hints,
    result,
  };
}

/** Of several pages that of the best zone counts, else the first one. */
function recordVisual(pages: NonNullable<ScanResult['visual']>, portraits: ScanResult['portraits']): VisualRecord {
  const { page = 0, fields = {}, checks = {} } = pages.find(({ document }) => document === 0) ?? pages[0] ?? {};
  const portrait = portraits?.find((one) => one.kind === 'portrait' && one.page === page);
  return { fields, checks, ...(portraits && { portrait: portrait ? { box: portrait.box } : null }) };
}

export function recordFailure(file: string, { code, message }: ScanFailure): ScannedFile {
  const error = { code, message };
  return { record: { file, ...unreadV1Result, status: 'ERR', mrz: null, timing: null, error }, hints: [] };
}
