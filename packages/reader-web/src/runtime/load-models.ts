import { createFloatNetwork, createNetwork, networks, readGraph, readWeights } from '@ocr-web/kernels';
import { EngineError } from '@ocr-web/reader';
import type { Network, ReaderTools } from '@ocr-web/reader/engine';
import { assets, instructionSet, laterAssets } from './assets.ts';
import { fetchAssets, type LoadProgress } from './fetch-assets.ts';
import { yieldToMessages } from './yield-to-messages.ts';

/** The networks of the zone, and what loads the others when they are first needed. */
export type LoadedModels = Required<Pick<ReaderTools, 'models' | 'loadTextRecogniser' | 'loadFaceDetector'>>;

/**
 * Loads the networks of the zone and the kernels that compute them, in one thread: more need memory
 * that is shared, hence headers that an embedding page rarely has. Running one blocks this worker
 * until it is done.
 *
 * @throws EngineError `model.invalid` when a file cannot be loaded or is not what it should be;
 *   what it returns does so too
 */
export async function loadModels(onProgress: (progress: LoadProgress) => void): Promise<LoadedModels> {
  const hasher = isSecureContext ? crypto.subtle : undefined;
  const files = await fetchAssets(assets, onProgress, hasher);
  const module = await WebAssembly.compile(files.kernels as Uint8Array<ArrayBuffer>).catch((cause) => {
    throw new EngineError('model.invalid', `${assets.kernels.name} cannot be compiled: this browser has no SIMD.`, { cause });
  });
  const load = async (name: keyof typeof networks, bytes: Uint8Array): Promise<Network> => {
    const { network: description } = networks[name];
    return yielding(await createNetwork(module, { description, weights: readWeights(description, bytes) }, instructionSet));
  };
  const fetchLater = async <Name extends keyof typeof laterAssets>(name: Name): Promise<Uint8Array> =>
    (await fetchAssets({ [name]: laterAssets[name] }, () => undefined, hasher))[name]!;
  return {
    models: { detector: await load('detector', files.detector), recogniser: await load('recogniser', files.recogniser) },
    loadTextRecogniser: once(async () => await load('text', await fetchLater('text'))),
    loadFaceDetector: once(async () => yielding(createFloatNetwork(readGraph(await fetchLater('face'))))),
  };
}

/** A network after whose runs the worker takes its messages. */
function yielding(network: Network): Network {
  return {
    run: async (input) => {
      const output = await network.run(input);
      await yieldToMessages();
      return output;
    },
  };
}

/** Loads the first time, and again only after a failure. */
function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loaded: Promise<Loaded> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
