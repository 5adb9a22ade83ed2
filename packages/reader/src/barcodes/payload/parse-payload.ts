import { parseAamva } from './aamva/parse-aamva.ts';
import type { BarcodeContent } from './barcode-content.ts';
import { parseFiscalCode } from './fiscal-code/parse-fiscal-code.ts';
import { parseTwoDDoc } from './two-d-doc/parse-two-d-doc.ts';

/**
 * What the standards that are known here make of a text. Each takes time in proportion to its
 * length, whatever it holds.
 *
 * @param today ISO date of the day on which it is read: centuries depend on it
 */
export function parsePayload(text: string, today: string): BarcodeContent | undefined {
  return parseAamva(text) ?? parseTwoDDoc(text) ?? parseFiscalCode(text, today);
}
