import type { ScanResultBody, SidesBody } from '@ocr-web/api';
import { belongTogether, compareSides, type SideComparison } from './compare-sides.ts';
import { type FactSource, listSides, type Side } from './side-facts.ts';

type Pair = { readonly one: Side; readonly other: Side; readonly comparison: SideComparison };

/**
 * Finds the documents of which two sides were read, on two pages or in two files, and what says
 * that they belong together. A side that could belong to two others is joined with neither, and two
 * zones are two documents.
 *
 * @param results of the files, read with what is printed for people or with barcodes
 */
export function joinSides(results: readonly ScanResultBody[]): SidesBody[] {
  const sides = results.flatMap(listSides);
  const pairs: Pair[] = [];
  sides.forEach((one, index) => {
    for (const other of sides.slice(index + 1)) {
      const isElsewhere = one.file !== other.file || one.page !== other.page;
      if (!isElsewhere || (one.document && other.document)) continue;
      const comparison = compareSides(one, other);
      if (belongTogether(comparison)) pairs.push({ one, other, comparison });
    }
  });
  const isAlone = (side: Side) => pairs.filter(({ one, other }) => one === side || other === side).length === 1;
  return pairs.filter(({ one, other }) => isAlone(one) && isAlone(other)).map(toBody);
}

function toBody({ one, other, comparison }: Pair): SidesBody {
  const sides = [one, other];
  return {
    sides: sides.map(({ file, page, document }) => ({ file, page, document: document?.index ?? null })),
    agrees: [...comparison.agrees],
    fields: mergeFields(sides),
  };
}

/** Of what both say, the zone counts before a barcode, and that before print. */
const order: readonly FactSource[] = ['zone', 'barcode', 'print'];

function mergeFields(sides: readonly Side[]): SidesBody['fields'] {
  const compared = sides.flatMap(({ file, page, facts }) =>
    [...facts].flatMap(([key, found]) => found.map(({ value, source }) => ({ key, value, source, file, page }))),
  );
  compared.sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
  const printed = sides.flatMap(({ file, page, visual }) =>
    Object.entries(visual?.fields ?? {}).flatMap(([key, field]) =>
      field ? [{ key, value: field.value, source: 'print' as const, file, page }] : [],
    ),
  );
  const fields: SidesBody['fields'] = {};
  for (const { key, ...field } of [...compared, ...printed]) fields[key] ??= field;
  return fields;
}
