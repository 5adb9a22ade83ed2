import type { Output } from '../../terminal.ts';
import type { RecordWriter } from './record-writer.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson, writeNdjson } from './write-json.ts';
import { writeTable } from './write-table.ts';

/** How results are written. */
export const outputFormats = ['table', 'json', 'ndjson', 'csv'] as const;
export type OutputFormat = (typeof outputFormats)[number];

const writers: Readonly<Record<OutputFormat, (output: Output, withHints: boolean) => RecordWriter>> = {
  table: writeTable,
  json: writeJson,
  ndjson: writeNdjson,
  csv: writeCsv,
};

/** @param withHints whether the formats for programs include the hints; the table always does */
export function openWriter(format: OutputFormat, output: Output, withHints: boolean): RecordWriter {
  return writers[format](output, withHints);
}
