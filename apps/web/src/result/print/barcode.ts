import type { ScanResult } from '@ocr-web/api/client';
import { messages } from '../../i18n/language.ts';

export type Barcode = NonNullable<ScanResult['barcodes']>[number];

/** What the fields and checks of a barcode are called; one without a name keeps its own. */
export function nameBarcodeField(name: string): string {
  const { barcode, print } = messages.value;
  const labels: Readonly<Record<string, string>> = { ...print.fields, ...barcode.fields };
  return labels[name] ?? name;
}
