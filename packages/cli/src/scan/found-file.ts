import type { ScanFailure } from './scan-record.ts';

/** A file to be read, or what was named and leads to none. */
export type FoundFile = { readonly file: string; readonly failure?: ScanFailure };
