import type { BarcodeReading, ZoneReading } from '@ocr-web/reader';
import { type ProtectedNumber, protects } from './protected-numbers.ts';
import type { Redaction } from './redaction.ts';

/**
 * Before 2003 licences of the United States could carry a social security number, in this element
 * of any subfile. To its end, so that a hostile text takes no more time than its length.
 */
const socialSecurityElement = /DBK[^\p{Cc}]*/gu;
const coveredElement = /DBK\s*\*/;
/** Also where nothing more of it could be taken apart. */
const isLicence = ({ content, text = '' }: BarcodeReading) => content?.standard === 'aamva' || /(?:ANSI |AAMVA)\d{6}/.test(text);

/**
 * Returns barcodes without the numbers that law protects. A barcode may write such a number in any
 * way, and newer documents have it there only: beside a document whose issuer has one, nothing that
 * a barcode holds is kept. Where no document tells its issuer, what looks like such a
 * number is covered.
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
  const isUnknown = zones.every(({ document }) => document.issuer === undefined);
  return barcodes.map((barcode) => {
    const looksSo = isUnknown && rules.some(({ inBarcode }) => inBarcode?.test(barcode.text ?? ''));
    return isProtected || looksSo ? coverBarcode(barcode, redaction) : coverSocialSecurity(barcode, redaction);
  });
}

/** Whether something that a barcode holds was not kept: then no picture may show it. */
export function isBarcodeCovered({ text, base64 }: BarcodeReading): boolean {
  if (base64 !== undefined) return false;
  return text === undefined || /^[*\s\p{Cc}]*$/u.test(text) || coveredElement.test(text);
}

function coverBarcode({ page, kind, quad, text }: BarcodeReading, redaction: Redaction): BarcodeReading {
  return { page, kind, quad, ...(redaction === 'mask' && text !== undefined && { text: cover(text) }) };
}

function coverSocialSecurity(barcode: BarcodeReading, redaction: Redaction): BarcodeReading {
  const { text, content } = barcode;
  if (text === undefined || !isLicence(barcode)) return barcode;
  const coverNumber = (element: string) => (/\d/.test(element) ? `DBK${cover(element.slice(3))}` : element);
  const covered = { ...barcode, text: text.replaceAll(socialSecurityElement, coverNumber) };
  const number = content?.fields.social_security_number;
  if (content === undefined || number === undefined) return covered;
  const { social_security_number: _, ...fields } = content.fields;
  const shown = redaction === 'mask' ? { ...fields, social_security_number: cover(number) } : fields;
  return { ...covered, content: { ...content, fields: shown } };
}

function cover(text: string): string {
  return text.replaceAll(/[^\s\p{Cc}]/gu, '*');
}
