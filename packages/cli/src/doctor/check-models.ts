import { isEngineError } from '@ocr-web/reader';
import { verifyModels } from '@ocr-web/reader-node';
import type { Finding } from './finding.ts';

/** @param folder where the models lie; those that come with the reader unless another is given */
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
