import { readFile } from 'node:fs/promises';
import { isEngineError } from '@ocr-web/reader';
import { openReaderPool, verifyModels } from '@ocr-web/reader-node';
import type { Config } from '@ocr-web/server';
import type { Finding } from './finding.ts';

const reinstall =
  'Install the program again ("npm ci" in the project\'s folder). If that does not help, report it together with this message.';

/** @param folder where the models are; those that come with the reader when missing */
export async function checkModels(folder?: URL): Promise<Finding> {
  try {
    const files = await verifyModels(folder);
    return { check: 'models', status: 'ok', detail: `${files.join(', ')}: checksums as in their manifest` };
  } catch (error) {
    if (!isEngineError(error)) throw error;
    const advice = 'Install the program again ("npm ci" in the project\'s folder): the files came with it.';
    return { check: 'models', status: 'failed', detail: error.message, advice };
  }
}

/** Starts one reader as the service does and lets it read the specimen that comes with it. */
export async function checkReader(config: Config, specimen: URL, signal: AbortSignal): Promise<Finding> {
  const { readerMemoryMib: memoryLimitMib, maxPicturePixels: maxPixels, maxPages, readerDeadlineSeconds } = config;
  try {
    const pool = await openReaderPool({ size: 1, memoryLimitMib, maxPixels, maxPages, deadlineMs: readerDeadlineSeconds * 1000 });
    try {
      const bytes = await readFile(specimen);
      // The first picture pays for compiling.
      await pool.read(bytes, { signal });
      const { zones, timing } = await pool.read(bytes, { signal });
      const [best] = zones;
      if (best?.score !== 100) {
        const detail = best ? `the specimen was read with a score of ${best.score} instead of 100` : 'nothing was found in the specimen';
        return { check: 'reader', status: 'failed', detail, advice: reinstall };
      }
      return { check: 'reader', status: 'ok', detail: `read the specimen in ${Math.round(timing.total_ms)} ms with a score of 100` };
    } finally {
      await pool.close();
    }
  } catch (error) {
    if (!isEngineError(error)) throw error;
    const advice = error.code === 'engine.crashed' ? 'Raise OCR_WEB_READER_MEMORY_MIB, or free memory on this machine.' : reinstall;
    return { check: 'reader', status: 'failed', detail: `${error.code}: ${error.message}`, advice };
  }
}
