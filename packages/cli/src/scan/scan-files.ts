import { isEngineError, type ReaderPool } from '@ocr-web/reader';
import { mapInOrder } from './map-in-order.ts';
import { FileError, readFileBytes } from './read-file-bytes.ts';
import { recordFailure, recordReading, type ScanRecord } from './scan-record.ts';

/**
 * Reads files through the pool and yields a record for each, in their order. A file that cannot be read yields a record that says why.
 * As many files are held in memory as there are readers, and one more each so that no reader waits for the disk.
 *
 * @throws the signal's reason; EngineError `engine.closed`, `model.invalid`
 */
export function scanFiles(files: readonly string[], pool: ReaderPool, signal: AbortSignal): AsyncGenerator<ScanRecord, void, undefined> {
  return mapInOrder(files, 2 * pool.size, async (file) => {
    signal.throwIfAborted();
    try {
      return recordReading(file, await pool.read(await readFileBytes(file), { signal }));
    } catch (error) {
      if (error instanceof FileError) return recordFailure(file, error);
      if (isEngineError(error) && error.code !== 'engine.closed' && error.code !== 'model.invalid') return recordFailure(file, error);
      throw error;
    }
  });
}
