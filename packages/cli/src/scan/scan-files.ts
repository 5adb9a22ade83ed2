import { FileError } from './file-error.ts';
import type { FileReader } from './file-reader.ts';
import { mapInOrder } from './map-in-order.ts';
import { readFileBytes } from './read-file-bytes.ts';
import { recordFailure, recordResult, type ScanRecord } from './scan-record.ts';

/**
 * Reads files and yields a record for each, in their order. A file that cannot be read yields a record that says why.
 * No more files are held in memory than the reader wants at a time.
 *
 * @param today ISO date, for the century of dates
 * @throws the signal's reason; what keeps the reader from reading any file
 */
export function scanFiles(
  files: readonly string[],
  reader: FileReader,
  today: string,
  signal: AbortSignal,
): AsyncGenerator<ScanRecord, void, undefined> {
  return mapInOrder(files, reader.atOnce, async (file) => {
    signal.throwIfAborted();
    try {
      const { result } = await reader.read(await readFileBytes(file), signal);
      return recordResult(file, result, today);
    } catch (error) {
      if (error instanceof FileError) return recordFailure(file, error);
      throw error;
    }
  });
}
