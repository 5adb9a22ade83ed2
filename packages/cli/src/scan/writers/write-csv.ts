import type { Output } from '../../terminal.ts';
import type { ScannedFile } from '../scanned-file.ts';
import type { RecordWriter } from './record-writer.ts';

type Column = readonly [name: string, value: (scanned: ScannedFile) => string | number | boolean | null | undefined];

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

/** CSV by RFC 4180 in UTF-8, the names of the columns first. */
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
      await put(all.map(([, value]) => String(value(scanned) ?? '')));
    },
    end: begin,
  };
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
