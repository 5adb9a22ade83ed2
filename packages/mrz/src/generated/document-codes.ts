// Written by scripts/generate/generate-mrz-tables.ts. Do not edit.
import type { FormatName } from './format-name.ts';

/** A document code found on real documents of a format beside those that its clause allows. */
export interface DocumentCode {
  readonly format: FormatName;
  /** The first characters as printed; one letter alone stands for any second one. */
  readonly code: string;
  /** As printed without fillers, or `*` for any. */
  readonly issuer: string;
}

/** See data/document-codes.tsv for what they mean and for the sources. */
export const documentCodes: readonly DocumentCode[] = /* @__PURE__ */ Object.freeze([
  { format: 'TD3', code: 'I', issuer: '*' },
  { format: 'TD2', code: 'ME', issuer: 'D' },
  { format: 'TD3', code: 'R<', issuer: '*' },
  { format: 'TD1', code: 'RP', issuer: 'EST' },
  { format: 'TD3', code: 'S<', issuer: 'AND' },
  { format: 'TD3', code: 'T<', issuer: '*' },
  { format: 'TD3', code: 'TD', issuer: '*' },
  { format: 'TD1', code: 'TR', issuer: 'GEO' },
]);
