import { messages } from '../../i18n/language.ts';
import { listPageExtras } from '../picture/page-extras.ts';
import type { ShownSide } from '../sides/joined-sides.ts';
import { nameBarcodeField } from './barcode.ts';

/** What does not hold or is another thing on the document, and what of it. */
export type Contradiction = { readonly source: 'print' | 'barcode'; readonly labels: readonly string[] };

/**
 * What whoever looks at the sides of a document must not overlook: print that differs from its
 * zone, and barcodes that are wrong in themselves or differ from it. Where a page shows several
 * documents nothing says whose its barcodes are.
 */
export function listContradictions(sides: readonly ShownSide[]): Contradiction[] {
  const extras = sides.map(({ file: { result }, page, document }) => ({
    ...listPageExtras(result, page, document),
    isAlone: result.documents.filter((other) => other.page === page).length <= 1,
  }));
  const print = extras.map(({ visual }) => visual?.checks ?? {});
  const barcode = extras.flatMap(({ barcodes = [], isAlone }) => (isAlone ? barcodes.map(({ content }) => content?.checks ?? {}) : []));
  const { fields }: { readonly fields: Readonly<Record<string, string>> } = messages.value.print;
  const all: Contradiction[] = [
    { source: 'print', labels: listFailed(print).map((name) => fields[name] ?? name) },
    { source: 'barcode', labels: listFailed(barcode).map(nameBarcodeField) },
  ];
  return all.filter(({ labels }) => labels.length > 0);
}

type Checks = Readonly<Record<string, string | undefined>>;

function listFailed(checks: readonly Checks[]): string[] {
  const names = checks.flatMap((one) => Object.keys(one).filter((name) => one[name] === 'mismatch' || one[name] === 'invalid'));
  return [...new Set(names)];
}
