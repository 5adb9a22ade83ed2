import type { Output } from '../../terminal.ts';
import type { RecordWriter } from './record-writer.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson } from './write-json.ts';
import { writeNdjson } from './write-ndjson.ts';
import { writeTable } from './write-table.ts';

/** How results are put out. */
export const outputFormats = ['table', 'json', 'ndjson', 'csv'] as const;
export type OutputFormat = (typeof outputFormats)[number];

const writers: Readonly<Record<OutputFormat, (output: Output, withHints: boolean) => RecordWriter>> = {
  table: writeTable,
  json: writeJson,
  ndjson: writeNdjson,
  csv: writeCsv,
};

/** @param withHints whether formats for programs hold the hints, which people see in any case */
export function openWriter(format: OutputFormat, output: Output, withHints: boolean): RecordWriter {
  return writers[format](output, withHints);
}
