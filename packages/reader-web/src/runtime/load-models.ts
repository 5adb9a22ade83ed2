import { EngineError } from '@ocr-web/reader';
import type { Models, Network } from '@ocr-web/reader/engine';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { assets } from './assets.ts';
import { fetchAssets, type LoadProgress } from './fetch-assets.ts';
import { yieldToMessages } from './yield-to-messages.ts';

const sessionOptions: InferenceSession.SessionOptions = {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'all',
  // Every picture has another size, and the arena keeps the most that any of them needed.
  enableMemPattern: false,
  enableCpuMemArena: false,
};

/**
 * Loads both models with onnxruntime-web, in one thread: more need memory that is shared, hence
 * headers that an embedding page rarely has. Running one blocks this worker until it is done.
 *
 * @throws EngineError `model.invalid` when a file cannot be loaded or is not what it should be
 */
export async function loadModels(onProgress: (progress: LoadProgress) => void): Promise<Models> {
  const files = await fetchAssets(assets, onProgress, isSecureContext ? crypto.subtle : undefined);
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = files.runtime;
  env.logLevel = 'error';
  // The first session sets the runtime up, so one comes after the other.
  const detector = await loadNetwork(files.detector, assets.detector.name);
  const recogniser = await loadNetwork(files.recogniser, assets.recogniser.name);
  // The runtime is compiled: its 14 MB are not needed any more.
  delete env.wasm.wasmBinary;
  return { detector, recogniser };
}

async function loadNetwork(bytes: Uint8Array, file: string): Promise<Network> {
  const session = await InferenceSession.create(bytes, sessionOptions).catch((cause) => {
    throw new EngineError('model.invalid', `The model ${file} cannot be loaded in this browser.`, { cause });
  });
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return {
    async run({ data, dims }) {
      const { [output]: tensor } = await session.run({ [input]: new Tensor('float32', data, dims) });
      if (!(tensor?.data instanceof Float32Array)) {
        throw new EngineError('model.invalid', `The model ${file} answers with ${tensor?.type}, not float32.`);
      }
      await yieldToMessages();
      return { data: tensor.data, dims: tensor.dims };
    },
  };
}
