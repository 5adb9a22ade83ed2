import { type Cell, renderColumns } from '../render-columns.ts';
import type { ScanRecord } from './scan-record.ts';

const columns = ['file', 'type', 'country', 'surname', 'names', 'number', 'born', 'expires', 'sex', 'score', 'ms'] as const;

/** The records as a table for people. */
export function renderTable(records: readonly ScanRecord[]): string {
  return renderColumns(columns, records.map(cells), ['score', 'ms']);
}

function cells(record: ScanRecord): Cell[] {
  const ms = record.timing ? String(Math.round(record.timing.total_ms)) : '';
  if (record.error) return [record.file, sentence(record.error.message), ms];
  if (!record.mrz_detected) return [record.file, sentence('No machine readable zone found.'), ms];
  const { type_doc, country, surname, names, number, date_of_birth, expiration_date, sex, valid_score } = record;
  const values = [type_doc, country, surname, names, number, date_of_birth, expiration_date, sex, valid_score];
  return [record.file, ...values.map((value) => String(value ?? '')), ms];
}

/** In place of everything between the file and its time. */
function sentence(content: string): Cell {
  return { content, colSpan: columns.length - 2 };
}
