import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EngineError } from '@ocr-web/reader';
import type { Models, Network } from '@ocr-web/reader/engine';
import { openRuntime } from './open-runtime.ts';
import { type ModelEntry, readModelManifest, shippedModels } from './read-model-manifest.ts';
import type { Runtime, RuntimeChoice } from './runtime.ts';

/**
 * Loads the models of the zone. Running one blocks the event loop of this process until it is done.
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

/**
 * Loads the model that reads print for people.
 *
 * @throws EngineError `model.invalid` as `loadModels` does, and where the folder has none
 */
export async function loadTextRecogniser(folder: URL = shippedModels, choice: RuntimeChoice = 'auto'): Promise<Network> {
  const { text } = await readModelManifest(folder);
  if (!text) throw new EngineError('model.invalid', `The model manifest in ${folder.pathname} names no model for print.`);
  return await loadNetwork(await openRuntime(choice), folder, text);
}

/**
 * Loads the model that finds faces.
 *
 * @throws EngineError `model.invalid` as `loadModels` does, and where the folder has none
 */
export async function loadFaceDetector(folder: URL = shippedModels, choice: RuntimeChoice = 'auto'): Promise<Network> {
  const { face } = await readModelManifest(folder);
  if (!face) throw new EngineError('model.invalid', `The model manifest in ${folder.pathname} names no model for faces.`);
  return await loadNetwork(await openRuntime(choice), folder, face);
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
