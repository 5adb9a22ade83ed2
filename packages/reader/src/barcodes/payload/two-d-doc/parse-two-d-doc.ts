import type { BarcodeContent } from '../barcode-content.ts';

/** Days are counted from 1 January 2000, in hexadecimal; FFFF means none. */
const firstDay = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;

/**
 * The header: identifier and version, certification authority, certificate, days of issue and of
 * signature, type of document; from version 3 on the perimeter, in version 4 the country.
 */
const header = /^DC(0[1-4])([A-Z0-9]{4})([A-Z0-9]{4})([0-9A-F]{4})([0-9A-F]{4})([A-Z0-9]{2})([A-Z0-9]{2})?([A-Z]{2})?/;

/**
 * Reads the header of a French 2D-Doc (ANTS, "Spécifications techniques des codes à barres
 * 2D-Doc", section on the header of C40 codes). Its data stay as they are, and its signature is not
 * verified: that takes the certificates of the authorities.
 *
 * @returns undefined for any other text
 */
export function parseTwoDDoc(text: string): BarcodeContent | undefined {
  const head = header.exec(text);
  if (!head) return undefined;
  const [, version, authority, certificate, issued, signed, type, perimeter, country] = head as unknown as string[];
  const issueDate = dateOf(issued!);
  const signatureDate = dateOf(signed!);
  const hasPerimeter = version === '03' || version === '04';
  return {
    standard: '2d_doc',
    version: version!,
    fields: {
      authority: authority!,
      certificate: certificate!,
      ...(issueDate && { issue_date: issueDate }),
      ...(signatureDate && { signature_date: signatureDate }),
      document_type: type!,
      ...(hasPerimeter && perimeter && { perimeter }),
      ...(version === '04' && country && { country }),
    },
    checks: { signature: 'not_verified' },
  };
}

function dateOf(hexadecimal: string): string | undefined {
  if (hexadecimal === 'FFFF') return undefined;
  return new Date(firstDay + Number.parseInt(hexadecimal, 16) * dayMs).toISOString().slice(0, 10);
}
