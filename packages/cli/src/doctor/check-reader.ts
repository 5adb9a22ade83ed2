import { readFile } from 'node:fs/promises';
import { isEngineError } from '@ocr-web/reader';
import { nameRuntime, openReaderPool, type RuntimeChoice, type RuntimeName, verifyModels } from '@ocr-web/reader-node';
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
  const { readerMemoryMib: memoryLimitMib, maxPicturePixels: maxPixels, maxPages, runtime, readerDeadlineSeconds } = config;
  try {
    const name = await nameRuntime(runtime);
    const deadlineMs = readerDeadlineSeconds * 1000;
    const pool = await openReaderPool({ size: 1, memoryLimitMib, maxPixels, maxPages, runtime: name, deadlineMs });
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
      return describeRuntime(runtime, name, Math.round(timing.total_ms));
    } finally {
      await pool.close();
    }
  } catch (error) {
    if (!isEngineError(error)) throw error;
    const advice = error.code === 'engine.crashed' ? 'Raise OCR_WEB_READER_MEMORY_MIB, or free memory on this machine.' : reinstall;
    return { check: 'reader', status: 'failed', detail: `${error.code}: ${error.message}`, advice };
  }
}

/** What a reader that works says of itself. */
function describeRuntime(choice: RuntimeChoice, name: RuntimeName, ms: number): Finding {
  const detail = `read the specimen in ${ms} ms with a score of 100, computed by ${name}`;
  if (choice !== 'auto' || name === 'onnxruntime-node') return { check: 'reader', status: 'ok', detail };
  const advice =
    'onnxruntime-node cannot be loaded here: the kernels in WebAssembly read the same, more slowly. Nothing has to be done; OCR_WEB_RUNTIME=wasm says that this is meant.';
  return { check: 'reader', status: 'warning', detail, advice };
}
