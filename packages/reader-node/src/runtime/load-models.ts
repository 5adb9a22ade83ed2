import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EngineError } from '@ocr-web/reader';
import type { Models, Network } from '@ocr-web/reader/engine';
import { openRuntime } from './open-runtime.ts';
import { type ModelEntry, readModelManifest, shippedModels } from './read-model-manifest.ts';
import type { Runtime, RuntimeChoice } from './runtime.ts';

/**
 * Loads both models. Running one blocks the event loop of this process until it is done.
 *
 * @param folder where `manifest.json` and the files it names lie; ends with a slash
 * @throws EngineError `model.invalid` when a file is missing, differs from its checksum in the
 *   manifest, or is no model; when the runtime is not available here
 */
export async function loadModels(folder: URL = shippedModels, choice: RuntimeChoice = 'auto'): Promise<Models> {
  const manifest = await readModelManifest(folder);
  const runtime = await openRuntime(choice);
  const [detector, recogniser] = await Promise.all([
    loadNetwork(runtime, folder, manifest.detector),
    loadNetwork(runtime, folder, manifest.recogniser),
  ]);
  return { detector, recogniser };
}

async function loadNetwork(runtime: Runtime, folder: URL, { file, sha256 }: ModelEntry): Promise<Network> {
  const bytes = await readFile(new URL(file, folder)).catch((cause) => {
    throw new EngineError('model.invalid', `The model ${file} cannot be read from ${folder.pathname}.`, { cause });
  });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    throw new EngineError('model.invalid', `The model ${file} is not the one of manifest.json: its SHA-256 is ${found}, not ${sha256}.`);
  }
  return await runtime.load(bytes, file);
}
