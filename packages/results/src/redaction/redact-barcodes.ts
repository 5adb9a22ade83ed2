import type { BarcodeReading, ZoneReading } from '@ocr-web/reader';
import { type ProtectedNumber, protects } from './protected-numbers.ts';
import type { Redaction } from './redaction.ts';

/** Before 2003 licences of the United States could carry a social security number. */
const socialSecurityElement = /(DBK)(\d[\d -]{7,})/g;

/**
 * Returns barcodes without the numbers that law protects. A barcode may write such a number in any
 * way, and newer documents have it there only: beside a document whose issuer has one, nothing that
 * a barcode holds is kept. Without a document, what looks like such a number is covered.
 *
 * @param zones of the same file
 */
export function redactBarcodes(
  barcodes: readonly BarcodeReading[],
  zones: readonly ZoneReading[],
  redaction: Redaction,
  rules: readonly ProtectedNumber[],
): BarcodeReading[] {
  const isProtected = zones.some(({ document }) => rules.some((rule) => protects(rule, document)));
  return barcodes.map((barcode) => {
    const looksSo = zones.length === 0 && rules.some(({ inBarcode }) => inBarcode?.test(barcode.text ?? ''));
    return isProtected || looksSo ? coverBarcode(barcode, redaction) : coverSocialSecurity(barcode, redaction);
  });
}

/** Whether nothing that a barcode holds was kept: then no picture may show it. */
export function isBarcodeCovered({ text, base64 }: BarcodeReading): boolean {
  return base64 === undefined && (text === undefined || /^[*\s\p{Cc}]*$/u.test(text));
}

function coverBarcode({ page, kind, quad, text }: BarcodeReading, redaction: Redaction): BarcodeReading {
  return { page, kind, quad, ...(redaction === 'mask' && text !== undefined && { text: cover(text) }) };
}

function coverSocialSecurity(barcode: BarcodeReading, redaction: Redaction): BarcodeReading {
  const { text, content } = barcode;
  const number = content?.fields.social_security_number;
  if (text === undefined || content === undefined || number === undefined) return barcode;
  const { social_security_number: _, ...fields } = content.fields;
  return {
    ...barcode,
    text: text.replaceAll(socialSecurityElement, (_all, letters: string, value: string) => letters + cover(value)),
    content: { ...content, fields: redaction === 'mask' ? { ...fields, social_security_number: cover(number) } : fields },
  };
}

function cover(text: string): string {
  return text.replaceAll(/[^\s\p{Cc}]/gu, '*');
}
