import type { Output } from '../../terminal.ts';
import { writeLine } from '../../write-line.ts';
import { jsonRecord } from './json-record.ts';
import type { RecordWriter } from './record-writer.ts';

/** One JSON array, an element a line. */
export function writeJson(output: Output, withHints: boolean): RecordWriter {
  let last: string | undefined;
  return {
    async write(scanned) {
      // A comma belongs behind an element only once there is another.
      await writeLine(output, last === undefined ? '[' : `${last},`);
      last = JSON.stringify(jsonRecord(scanned, withHints));
    },
    async end() {
      await writeLine(output, last === undefined ? '[]' : `${last}\n]`);
    },
  };
}
