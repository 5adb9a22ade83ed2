import type { ScanResult } from '@ocr-web/api/client';

/** Where pictures can be read. */
export const places = ['device', 'service'] as const;
export type Place = (typeof places)[number];

export type Progress = { readonly step: 'preparing'; readonly share: number } | { readonly step: 'sending' } | { readonly step: 'reading' };

/** What is cut out of a page only when somebody asks to see it. */
export type CutOutKind = 'portrait' | 'signature';

/** A file that was read: what it says, and how to see its pages. */
export type ReadFile = {
  readonly name: string;
  readonly place: Place;
  readonly result: ScanResult;
  /**
   * Makes a picture of a page that browsers show, as large as the page or smaller; null for frames
   * of a camera, of which none is kept.
   */
  readonly showPage: ((page: number) => Promise<Blob>) | null;
  /** Cuts out one of `result.portraits` or `result.signatures`; missing where nothing can. */
  readonly cutOut?: (kind: CutOutKind, index: number) => Promise<Blob>;
  /** The service's own account of it; null where it was read on the device. */
  readonly stored: { readonly id: number; readonly expiresAt: string } | null;
};

export type ReadOptions = { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void };

/** Reads one file somewhere. Rejects with what `explainError` can say, or the signal's reason. */
export type PictureReader = (file: Blob, name: string, options: ReadOptions) => Promise<ReadFile>;
