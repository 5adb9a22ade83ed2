import { createNetwork, type InstructionSet, networks, readWeights } from '@ocr-web/kernels';
import detectorUrl from '@ocr-web/kernels/models/mrz-detector.weights?url';
import recogniserUrl from '@ocr-web/kernels/models/mrz-recogniser.weights?url';
import relaxedUrl from '@ocr-web/kernels/wasm/kernels-relaxed.wasm?url';
import simdUrl from '@ocr-web/kernels/wasm/kernels-simd.wasm?url';
import type { Models } from '@ocr-web/reader/engine';

const weightUrls = { detector: detectorUrl, recogniser: recogniserUrl };
const kernelUrls: Readonly<Record<InstructionSet, string>> = { relaxed: relaxedUrl, simd: simdUrl };

const load = async (url: string) => await (await fetch(url)).arrayBuffer();

/**
 * Both networks with the kernels for a set of instructions, whichever the browser would be given.
 */
export async function openKernels(set: InstructionSet): Promise<Models> {
  const module = await WebAssembly.compile(await load(kernelUrls[set]));
  const open = async (name: 'detector' | 'recogniser') => {
    const { network: description } = networks[name];
    const weights = readWeights(description, new Uint8Array(await load(weightUrls[name])));
    return await createNetwork(module, { description, weights }, set);
  };
  return { detector: await open('detector'), recogniser: await open('recogniser') };
}
