import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EngineError } from '@ocr-web/reader';
import type { Models, Network } from '@ocr-web/reader/engine';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type ModelEntry, readModelManifest, shippedModels } from './read-model-manifest.ts';

/**
 * One thread, since the pool has a process for each core; no memory pattern, since every picture
 * has another size, and no arena, which keeps the most that any of them needed.
 */
const sessionOptions: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  enableMemPattern: false,
  enableCpuMemArena: false,
  logSeverityLevel: 3,
};

/**
 * Loads the models of the zone with onnxruntime-node. Running one blocks the event loop of this
 * process until it is done.
 *
 * @param folder where `manifest.json` and the files it names lie; ends with a slash
 * @throws EngineError `model.invalid` when a file is missing, differs from its checksum in the
 *   manifest, or is no model
 */
export async function loadModels(folder: URL = shippedModels): Promise<Models> {
  const manifest = await readModelManifest(folder);
  const [detector, recogniser] = await Promise.all([loadNetwork(folder, manifest.detector), loadNetwork(folder, manifest.recogniser)]);
  return { detector, recogniser };
}

/**
 * Loads the model that reads print for people.
 *
 * @throws EngineError `model.invalid` as `loadModels` does, and where the folder has none
 */
export async function loadTextRecogniser(folder: URL = shippedModels): Promise<Network> {
  const { text } = await readModelManifest(folder);
  if (!text) throw new EngineError('model.invalid', `The model manifest in ${folder.pathname} names no model for print.`);
  return await loadNetwork(folder, text);
}

async function loadNetwork(folder: URL, { file, sha256 }: ModelEntry): Promise<Network> {
  const bytes = await readFile(new URL(file, folder)).catch((cause) => {
    throw new EngineError('model.invalid', `The model ${file} cannot be read from ${folder.pathname}.`, { cause });
  });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    throw new EngineError('model.invalid', `The model ${file} is not the one of manifest.json: its SHA-256 is ${found}, not ${sha256}.`);
  }
  const session = await InferenceSession.create(bytes, sessionOptions).catch((cause) => {
    throw new EngineError('model.invalid', `The model ${file} cannot be loaded by this version of onnxruntime.`, { cause });
  });
  return asNetwork(session, file);
}

function asNetwork(session: InferenceSession, file: string): Network {
  const [input, ...otherInputs] = session.inputNames;
  const [output, ...otherOutputs] = session.outputNames;
  if (input === undefined || output === undefined || otherInputs.length + otherOutputs.length > 0) {
    throw new EngineError('model.invalid', `The model ${file} must have one input and one output.`);
  }
  return {
    async run({ data, dims }) {
      const outputs = await session.run({ [input]: new Tensor('float32', data, dims) });
      const tensor = outputs[output]!;
      if (!(tensor.data instanceof Float32Array)) {
        throw new EngineError('model.invalid', `The model ${file} answers with ${tensor.type}, not float32.`);
      }
      return { data: tensor.data, dims: tensor.dims };
    },
  };
}
