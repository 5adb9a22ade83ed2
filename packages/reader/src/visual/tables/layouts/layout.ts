import type { FormatName } from '@ocr-web/mrz';
import type { VisualKey } from '../../visual-reading.ts';

/**
 * The order of the fields on a document, as generally known of it: no State publishes measures. It
 * is a prior only: it tells where a value may stand whose label is not legible, and makes none
 * sure.
 */
export type Layout = {
  /** States by their code in the zone; none for every State. */
  readonly issuers: readonly string[];
  readonly formats: readonly FormatName[];
  /** Document codes of the zone; any where there are none. */
  readonly codes?: RegExp;
  /** Rows from top to bottom, each with its fields from left to right, parted by blanks. */
  readonly rows: readonly string[];
  /** Values that take several lines at most so many; others one. */
  readonly lines?: Readonly<Partial<Record<VisualKey, number>>>;
  /** What labels say, in the languages that the document prints, parted by `|`. */
  readonly labels?: Readonly<Partial<Record<VisualKey, string>>>;
  /** How dates are printed: with digits only, or the month in letters. */
  readonly dates: 'numeric' | 'named';
};
