import type { ScanRecord } from '../scan-record.ts';

/** What was read besides the zone, for people: what it is, what it says, why it may be believed. */
export type ExtraRow = readonly [name: string, value: string, verdict: string];

const verdicts = { match: 'as in the zone', mismatch: 'DIFFERS FROM THE ZONE', not_found: 'not found in print' } as const;
/** What was read where it should stand, but does not show it clearly enough. */
const unclear = 'not clearly as in the zone';
/** Longer texts of barcodes are cut: JSON has them whole. */
const longest = 60;

/** Rows for print, portrait, signature, barcodes and sides, of each that was asked for. */
export function describeExtras({ visual, portraits, signatures, barcodes, sides = [] }: ScanRecord): ExtraRow[] {
  return [
    ...(visual ? describePrint(visual) : []),
    ...describePlaces('portrait', portraits),
    ...describePlaces('signature', signatures),
    ...(barcodes ? describeBarcodes(barcodes) : []),
    ...sides.map(
      ({ sides: both, agrees }): ExtraRow => ['one card', both.map(({ file }) => file).join(' + '), `both say ${agrees.join(', ')}`],
    ),
  ];
}

function describePrint({ fields, checks }: NonNullable<ScanRecord['visual']>): ExtraRow[] {
  const names = [...new Set([...Object.keys(fields), ...Object.keys(checks)])];
  if (names.length === 0) return [['print', '–', 'nothing could be read']];
  return names.map((name) => {
    const [field, check] = [fields[name], checks[name]];
    if (field && check === 'not_found') return [name, field.value, unclear];
    return [name, field?.value ?? '–', check ? verdicts[check] : `${Math.round(100 * (field?.confidence ?? 0))} % sure, only in print`];
  });
}

type Places = readonly { readonly kind?: string; readonly box: readonly number[] }[] | undefined;

/** Where each lies, pixels. */
function describePlaces(name: string, places: Places): ExtraRow[] {
  if (places?.length === 0) return [[name, '–', 'none found']];
  return (places ?? []).map(({ kind, box }) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = box.map(Math.round);
    return [kind ?? name, `${right - left} x ${bottom - top} pixels`, `at ${left}, ${top}`];
  });
}

function describeBarcodes(barcodes: NonNullable<ScanRecord['barcodes']>): ExtraRow[] {
  if (barcodes.length === 0) return [['barcode', '–', 'none found']];
  return barcodes.map(({ kind, text, content }) => {
    const line = (text ?? 'bytes').replace(/[\s\p{Cc}]+/gu, ' ').trim();
    const checks = Object.entries(content?.checks ?? {}).map(([name, verdict]) => `${name} ${verdict}`);
    return [kind, line.length > longest ? `${line.slice(0, longest - 1)}…` : line, checks.join(', ')];
  });
}
