import { createNetwork, networks, readWeights } from '@ocr-web/kernels';
import { EngineError } from '@ocr-web/reader';
import type { Models, Network } from '@ocr-web/reader/engine';
import { assets, instructionSet } from './assets.ts';
import { fetchAssets, type LoadProgress } from './fetch-assets.ts';
import { yieldToMessages } from './yield-to-messages.ts';

/**
 * Loads both networks and the kernels that compute them, in one thread: more need memory that is
 * shared, hence headers that an embedding page rarely has. Running one blocks this worker until it
 * is done.
 *
 * @throws EngineError `model.invalid` when a file cannot be loaded or is not what it should be
 */
export async function loadModels(onProgress: (progress: LoadProgress) => void): Promise<Models> {
  const files = await fetchAssets(assets, onProgress, isSecureContext ? crypto.subtle : undefined);
  const module = await WebAssembly.compile(files.kernels as Uint8Array<ArrayBuffer>).catch((cause) => {
    throw new EngineError('model.invalid', `${assets.kernels.name} cannot be compiled: this browser has no SIMD.`, { cause });
  });
  const load = async (name: 'detector' | 'recogniser'): Promise<Network> => {
    const { network: description } = networks[name];
    const network = await createNetwork(module, { description, weights: readWeights(description, files[name]) }, instructionSet);
    return {
      run: async (input) => {
        const output = await network.run(input);
        await yieldToMessages();
        return output;
      },
    };
  };
  return { detector: await load('detector'), recogniser: await load('recogniser') };
}
