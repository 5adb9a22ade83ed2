import { stripVTControlCharacters } from 'node:util';
import { type Cell, renderColumns } from '../../render-columns.ts';
import { type Output, writeLine } from '../../terminal.ts';
import type { ScannedFile, ScanRecord } from '../scan-record.ts';
import { describeExtras } from './describe-extras.ts';
import type { RecordWriter } from './record-writer.ts';

const columns = ['file', 'type', 'country', 'surname', 'names', 'number', 'born', 'expires', 'sex', 'score', 'ms'] as const;

/**
 * A table for people, written when all files are read; below it, file by file, what was read
 * besides the zone, and the hints.
 */
export function writeTable(output: Output): RecordWriter {
  const all: ScannedFile[] = [];
  return {
    write: (scanned) => {
      all.push(scanned);
      return Promise.resolve();
    },
    async end() {
      const table = all.map(({ record }) => renderRow(record));
      await writeLine(output, renderColumns(columns, table, ['score', 'ms']));
      for (const { record, hints } of all) {
        const extras = describeExtras(record);
        const rows = extras.length > 0 ? renderColumns([], extras).split('\n') : [];
        const below = [...rows, ...hints.map(({ message }) => stripVTControlCharacters(message))].map((line) => `  ${line}`);
        if (below.length > 0) await writeLine(output, ['', stripVTControlCharacters(record.file), ...below].join('\n'));
      }
    },
  };
}

function renderRow(record: ScanRecord): Cell[] {
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
