import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EngineError } from '@ocr-web/reader';
import { readModelManifest, shippedModels } from './read-model-manifest.ts';

/**
 * Checks that the model files are those of their manifest, without loading them.
 *
 * @returns their names
 * @throws EngineError `model.invalid` that names the file which is missing or another one
 */
export async function verifyModels(folder: URL = shippedModels): Promise<string[]> {
  const { detector, recogniser, text, face } = await readModelManifest(folder);
  const shipped = [detector, recogniser, ...(text ? [text] : []), ...(face ? [face] : [])];
  for (const { file, sha256 } of shipped) {
    const bytes = await readFile(new URL(file, folder)).catch((cause) => {
      throw new EngineError('model.invalid', `The model ${file} cannot be read from ${folder.pathname}.`, { cause });
    });
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256)
      throw new EngineError('model.invalid', `The model ${file} is not the one of manifest.json: its SHA-256 is ${found}.`);
  }
  return shipped.map(({ file }) => file);
}
