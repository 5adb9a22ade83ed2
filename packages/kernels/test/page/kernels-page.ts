import detectorUrl from '../../models/mrz-detector.weights?url';
import recogniserUrl from '../../models/mrz-recogniser.weights?url';
import textUrl from '../../models/visual-text.weights?url';
import { chooseInstructionSet, createNetwork, networks, readWeights } from '../../src/index.ts';
import relaxedUrl from '../../wasm/kernels-relaxed.wasm?url';
import simdUrl from '../../wasm/kernels-simd.wasm?url';
import type { KernelsPage } from '../browser/kernels-page-api.ts';
import { drawPicture } from '../support/draw-picture.ts';

const weightUrls = { detector: detectorUrl, recogniser: recogniserUrl, text: textUrl };
const kernelUrls = { relaxed: relaxedUrl, simd: simdUrl };

const load = async (url: string) => await (await fetch(url)).arrayBuffer();

const page: KernelsPage = {
  chosen: chooseInstructionSet,
  run: async (name, set, dims, seed) => {
    const { network: description } = networks[name];
    const weights = readWeights(description, new Uint8Array(await load(weightUrls[name])));
    const network = await createNetwork(await WebAssembly.compile(await load(kernelUrls[set])), { description, weights }, set);
    const pixels = dims.reduce((product, side) => product * side, 1);
    const { data } = await network.run({ data: drawPicture(pixels, seed), dims });
    return [...new Int32Array(data.buffer as ArrayBuffer)];
  },
};
globalThis.kernelsPage = page;
