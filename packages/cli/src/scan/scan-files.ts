import type { AnnotatePages } from './annotate-pages.ts';
import type { FoundFile } from './files/find-files.ts';
import { FileError, readFileBytes } from './files/read-file-bytes.ts';
import { mapInOrder } from './map-in-order.ts';
import type { FileReader } from './readers/file-reader.ts';
import { recordFailure, recordResult, type ScannedFile } from './scan-record.ts';

export type ScanFilesOptions = {
  readonly signal: AbortSignal;
  /** Draws what was found, if wanted. */
  readonly annotate?: AnnotatePages | undefined;
  /** Whether records have portraits as an entry of their own. */
  readonly withPortraits?: boolean;
  /** Called for a file that was read but could not be drawn. */
  readonly onNotDrawn: (file: string, error: Error) => void;
};

/**
 * Reads files and yields a record for each, in their order. A file that cannot be read yields a
 * record that says why. No more files are held in memory than the reader wants at a time.
 *
 * @throws the signal's reason; any error that concerns more than one file
 */
export function scanFiles(
  files: readonly FoundFile[],
  reader: FileReader,
  options: ScanFilesOptions,
): AsyncGenerator<ScannedFile, void, undefined> {
  return mapInOrder(files, reader.atOnce, (found) => scanFile(found, reader, options));
}

async function scanFile({ file, failure }: FoundFile, reader: FileReader, options: ScanFilesOptions): Promise<ScannedFile> {
  const { signal, annotate, onNotDrawn, withPortraits } = options;
  signal.throwIfAborted();
  if (failure) return recordFailure(file, failure);
  try {
    const reading = await reader.read(await readFileBytes(file), signal);
    await annotate?.(file, reading, signal).catch((error: Error) => {
      signal.throwIfAborted();
      onNotDrawn(file, error);
    });
    return recordResult(file, reading.result, withPortraits);
  } catch (error) {
    if (error instanceof FileError) return recordFailure(file, error);
    throw error;
  }
}
