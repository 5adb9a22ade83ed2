import type { AnnotatePages } from './annotate-pages.ts';
import { FileError } from './file-error.ts';
import type { FileReader } from './file-reader.ts';
import type { FoundFile } from './found-file.ts';
import { mapInOrder } from './map-in-order.ts';
import { readFileBytes } from './read-file-bytes.ts';
import { recordFailure, recordResult } from './scan-record.ts';
import type { ScannedFile } from './scanned-file.ts';

export type ScanFilesOptions = {
  readonly signal: AbortSignal;
  /** Draws what was found, where that is wanted. */
  readonly annotate?: AnnotatePages | undefined;
  /** Hears of files that were read but not drawn. */
  readonly onNotDrawn: (file: string, error: Error) => void;
};

/**
 * Reads files and yields a record for each, in their order. A file that cannot be read yields a record that says why.
 * No more files are held in memory than the reader wants at a time.
 *
 * @throws the signal's reason; what keeps the reader from reading any file
 */
export function scanFiles(
  files: readonly FoundFile[],
  reader: FileReader,
  options: ScanFilesOptions,
): AsyncGenerator<ScannedFile, void, undefined> {
  return mapInOrder(files, reader.atOnce, (found) => scanFile(found, reader, options));
}

async function scanFile({ file, failure }: FoundFile, reader: FileReader, options: ScanFilesOptions): Promise<ScannedFile> {
  const { signal, annotate, onNotDrawn } = options;
  signal.throwIfAborted();
  if (failure) return { record: recordFailure(file, failure), hints: [] };
  try {
    const reading = await reader.read(await readFileBytes(file), signal);
    await annotate?.(file, reading, signal).catch((error: Error) => {
      signal.throwIfAborted();
      onNotDrawn(file, error);
    });
    return { record: recordResult(file, reading), hints: reading.result.hints };
  } catch (error) {
    if (error instanceof FileError) return { record: recordFailure(file, error), hints: [] };
    throw error;
  }
}
