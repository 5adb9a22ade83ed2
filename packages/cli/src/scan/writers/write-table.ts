import { stripVTControlCharacters } from 'node:util';
import type { Output } from '../../terminal.ts';
import { writeLine } from '../../write-line.ts';
import { renderTable } from '../render-table.ts';
import type { ScannedFile } from '../scanned-file.ts';
import type { RecordWriter } from './record-writer.ts';

/** A table for people when all is read, and below it what they could do better. */
export function writeTable(output: Output): RecordWriter {
  const all: ScannedFile[] = [];
  return {
    write: (scanned) => {
      all.push(scanned);
      return Promise.resolve();
    },
    async end() {
      await writeLine(output, renderTable(all.map(({ record }) => record)));
      for (const { record, hints } of all) {
        if (hints.length === 0) continue;
        const sentences = hints.map(({ message }) => `  ${stripVTControlCharacters(message)}`);
        await writeLine(output, ['', stripVTControlCharacters(record.file), ...sentences].join('\n'));
      }
    },
  };
}
