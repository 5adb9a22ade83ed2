import type { Output } from '../../terminal.ts';
import type { ScannedFile } from '../scan-record.ts';
import type { RecordWriter } from './record-writer.ts';

type Value = string | number | boolean | null | undefined;
type Column = readonly [name: string, value: (scanned: ScannedFile) => Value];

const fields = [
  ...['file', 'status', 'mrz_detected', 'type_doc', 'country', 'surname', 'names', 'number', 'nationality', 'date_of_birth', 'sex'],
  ...['expiration_date', 'valid_score', 'valid_composite', 'valid_number', 'valid_date_of_birth', 'valid_expiration_date'],
] as const;

const columns: readonly Column[] = [
  ...fields.map((name): Column => [name, ({ record }) => record[name as keyof typeof record] as string | number | boolean | null]),
  ['mrz_format', ({ record }) => record.mrz?.format],
  // Lines hold no blanks.
  ['mrz_lines', ({ record }) => record.mrz?.lines.join(' ')],
  ['total_ms', ({ record }) => record.timing?.total_ms],
  ['error_code', ({ record }) => record.error?.code],
  ['error_message', ({ record }) => record.error?.message],
];
const hintColumns: readonly Column[] = [
  ['hint_codes', ({ hints }) => hints.map(({ code }) => code).join(' ')],
  ['hint_messages', ({ hints }) => hints.map(({ message }) => message).join(' ')],
];

/**
 * CSV by RFC 4180 in UTF-8, with a header line. Text that a spreadsheet would calculate is marked.
 */
export function writeCsv(output: Output, withHints: boolean): RecordWriter {
  const all = withHints ? [...columns, ...hintColumns] : columns;
  const put = async (cells: readonly string[]) => {
    await new Promise<void>((resolve, reject) => {
      output.write(`${cells.map(quote).join(',')}\r\n`, (error) => (error ? reject(error) : resolve()));
    });
  };
  let isBegun = false;
  const begin = async () => {
    if (!isBegun) await put(all.map(([name]) => name));
    isBegun = true;
  };
  return {
    async write(scanned) {
      await begin();
      await put(all.map(([, value]) => toCell(value(scanned))));
    },
    end: begin,
  };
}

/**
 * What a spreadsheet takes for the start of a formula, also in full width (OWASP, CSV Injection).
 */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** An apostrophe in front makes a spreadsheet show text as it is. */
function toCell(value: Value): string {
  return typeof value === 'string' && formulaStart.test(value) ? `'${value}` : String(value ?? '');
}

/** Quotes semicolons and tabs too: spreadsheets may take them for separators. */
function quote(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
