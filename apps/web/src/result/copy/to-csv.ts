import type { ScanResult } from '@ocr-web/api/client';

/**
 * What a spreadsheet takes for the start of a formula, also in full width (OWASP, CSV Injection).
 */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

const columns = ['document', 'page', 'format', 'type', 'score', 'field', 'value', 'iso', 'printed', 'evidence', 'confidence'] as const;

/** CSV by RFC 4180: a header line, then a line for each field of each document. */
export function toCsv({ documents }: ScanResult): string {
  const rows = documents.flatMap(({ index, page, format, type, score, fields }) =>
    fields.map(({ name, value, iso, raw, evidence, confidence }) =>
      [index + 1, page + 1, format, type, score, name, value, iso, raw, evidence, confidence].map(toCell),
    ),
  );
  return [columns, ...rows].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

/** An apostrophe in front makes a spreadsheet show text as it is. */
function toCell(value: string | number | null): string {
  return typeof value === 'string' && formulaStart.test(value) ? `'${value}` : String(value ?? '');
}

function quote(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
