import { type Output, writeLine } from '../../terminal.ts';
import type { ScannedFile } from '../scan-record.ts';
import type { RecordWriter } from './record-writer.ts';

/** One JSON array, an element a line. */
export function writeJson(output: Output, withHints: boolean): RecordWriter {
  let last: string | undefined;
  return {
    async write(scanned) {
      // A comma follows an element only when there is another.
      await writeLine(output, last === undefined ? '[' : `${last},`);
      last = stringify(scanned, withHints);
    },
    async end() {
      await writeLine(output, last === undefined ? '[]' : `${last}\n]`);
    },
  };
}

/** One JSON object a line. */
export function writeNdjson(output: Output, withHints: boolean): RecordWriter {
  return {
    write: (scanned) => writeLine(output, stringify(scanned, withHints)),
    end: () => Promise.resolve(),
  };
}

function stringify({ record, hints }: ScannedFile, withHints: boolean): string {
  return JSON.stringify(withHints ? { ...record, hints } : record);
}
