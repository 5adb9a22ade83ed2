import type { Output } from '../../terminal.ts';
import { writeLine } from '../../write-line.ts';
import { jsonRecord } from './json-record.ts';
import type { RecordWriter } from './record-writer.ts';

/** One JSON object a line. */
export function writeNdjson(output: Output, withHints: boolean): RecordWriter {
  return {
    write: (scanned) => writeLine(output, JSON.stringify(jsonRecord(scanned, withHints))),
    end: () => Promise.resolve(),
  };
}
