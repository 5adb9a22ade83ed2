import { messages } from '../../i18n/language.ts';
import type { PageExtras } from '../picture/page-extras.ts';

/** What contradicts a document's zone, and in what: what whoever looks must not overlook. */
export type Contradiction = { readonly source: 'print' | 'barcode'; readonly labels: readonly string[] };

/** What print and barcodes of a document's sides say that its zone says otherwise. */
export function listContradictions(sides: readonly PageExtras[]): Contradiction[] {
  const { print, barcode } = messages.value;
  const labels: Readonly<Record<string, string>> = { ...barcode.fields, ...print.fields };
  const nameAll = (checks: readonly Readonly<Record<string, string | undefined>>[]) =>
    checks.flatMap((one) => Object.keys(one).filter((name) => one[name] === 'mismatch')).map((name) => labels[name] ?? name);
  const inPrint = nameAll(sides.flatMap(({ visual }) => (visual ? [visual.checks] : [])));
  const inBarcodes = nameAll(sides.flatMap(({ barcodes }) => (barcodes ?? []).flatMap(({ content }) => (content ? [content.checks] : []))));
  const all: Contradiction[] = [
    { source: 'print', labels: [...new Set(inPrint)] },
    { source: 'barcode', labels: [...new Set(inBarcodes)] },
  ];
  return all.filter((one) => one.labels.length > 0);
}
