import { isEngineError } from '@ocr-web/reader';
import { openReaderPool, type RuntimeChoice } from '@ocr-web/reader-node';
import { v2Result } from '@ocr-web/results';
import { FileError } from '../files/read-file-bytes.ts';
import type { FileReader, Wanted } from './file-reader.ts';

/**
 * Starts `size` reader processes on this machine. What is printed for people is read with the place
 * of the portrait: nothing leaves the machine.
 *
 * @param wanted what they read beside the zone
 * @throws EngineError `model.invalid`, `engine.timeout`, `engine.crashed`
 */
export async function openLocalReader(size: number, { visual, portrait, barcodes }: Wanted, runtime: RuntimeChoice): Promise<FileReader> {
  const pool = await openReaderPool({ size, runtime });
  return {
    // One file more for each, so that no process waits for the disk.
    atOnce: 2 * size,
    read: async (bytes, signal) => {
      const reading = await explained(pool.read(bytes, { signal, visual, portrait: portrait || visual, barcodes }));
      return {
        result: v2Result(reading),
        annotate: (page, stop) => explained(pool.draw(bytes, { kind: 'annotated', page, zones: reading.zones }, { signal: stop })),
        cut: async (what, index, stop) => {
          const { page, quad } = (what === 'portrait' ? reading.portraits : reading.signatures)![index]!;
          return await explained(pool.draw(bytes, { kind: 'crop', page, quad }, { signal: stop }));
        },
      };
    },
    close: () => pool.close(),
  };
}

/** An error of this file alone becomes a FileError. */
async function explained<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const isOfThisFile = isEngineError(error) && error.code !== 'engine.closed' && error.code !== 'model.invalid';
    throw isOfThisFile ? new FileError(error.code, error.message, { cause: error }) : error;
  }
}
