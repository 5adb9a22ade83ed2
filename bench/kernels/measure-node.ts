import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  createNetwork,
  type InstructionSet,
  kernelFiles,
  networks,
  quantisationOf,
  readWeights,
  type StoredNetwork,
  shapeTensors,
} from '@ocr-web/kernels';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type LayerModel, layerModel } from './layer-model.ts';
import { peakModule, peakProducts } from './peak-module.ts';

export type NetworkName = 'detector' | 'recogniser';

const sessionOptions: InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 };
const file = (path: string) => readFile(fileURLToPath(import.meta.resolve(path)));

async function loadStored(name: NetworkName): Promise<StoredNetwork> {
  const { network: description, file: weights } = networks[name];
  return { description, weights: readWeights(description, await file(`@ocr-web/kernels/models/${weights}`)) };
}

/** Grey of all shades. */
function drawGrey(dims: readonly number[]): Float32Array {
  return Float32Array.from({ length: dims.reduce((product, side) => product * side, 1) }, (_, at) => ((at * 97) % 251) / 250);
}

/** How long the kernels take: the whole network, and what each layer has of it; milliseconds. */
export async function timeKernels(name: NetworkName, set: InstructionSet, dims: readonly number[], runs: number) {
  const module = await WebAssembly.compile(new Uint8Array(await file(`@ocr-web/kernels/wasm/${kernelFiles[set].file}`)));
  const layers: number[][] = [];
  let run = 0;
  const stored = await loadStored(name);
  const network = await createNetwork(module, stored, set, ({ tensor, ms }) => {
    layers[tensor] ??= [];
    layers[tensor]![run] = (layers[tensor]![run] ?? 0) + ms;
  });
  const data = drawGrey(dims);
  const whole: number[] = [];
  for (run = 0; run < runs; run++) {
    const start = performance.now();
    await network.run({ data, dims });
    whole.push(performance.now() - start);
  }
  return { whole, layers, memory_mib: network.memoryBytes() / 2 ** 20 };
}

/** How long onnxruntime-node takes for a network in one thread; milliseconds of each run. */
export async function timeOnnx(name: NetworkName, dims: readonly number[], runs: number): Promise<number[]> {
  const session = await InferenceSession.create(await file(`@ocr-web/reader/models/${networks[name].source.file}`), sessionOptions);
  return await timeSession(session, new Tensor('float32', drawGrey(dims), dims), runs);
}

/** Each layer as a model of its own, for pictures of one size. */
export async function layerModels(name: NetworkName, [, , height = 0, width = 0]: readonly number[]): Promise<LayerModel[]> {
  const stored = await loadStored(name);
  const shapes = shapeTensors(stored.description, height, width);
  return stored.description.layers.map(({ input }, index) =>
    layerModel(stored, index, quantisationOf(stored.description, input), [shapes[input]!.height, shapes[input]!.width]),
  );
}

/** How long onnxruntime-node takes for one layer alone; milliseconds of each run. */
export async function timeLayer({ bytes, dims }: LayerModel, runs: number): Promise<number[]> {
  const data = Uint8Array.from({ length: dims.reduce((product, side) => product * side, 1) }, (_, at) => (at * 97) % 251);
  return await timeSession(await InferenceSession.create(bytes, sessionOptions), new Tensor('uint8', data, dims), runs);
}

async function timeSession(session: InferenceSession, input: Tensor, runs: number): Promise<number[]> {
  const feeds = { [session.inputNames[0]!]: input };
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await session.run(feeds);
    times.push(performance.now() - start);
  }
  await session.release();
  return times;
}

/** What the processor multiplies at most with a set of instructions, 10^9 a second. */
export async function measurePeak(set: InstructionSet): Promise<number> {
  const turns = 100_000;
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(peakModule(set)), {});
  const run = exports.run as (turns: number) => number;
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    run(turns);
    return performance.now() - start;
  });
  return (turns * peakProducts[set]) / Math.min(...times) / 1e6;
}

/** Multiplications and additions of a layer, 10^9. */
export function layerProducts(name: NetworkName, [pictures = 1, , height = 0, width = 0]: readonly number[]): number[] {
  const { network } = networks[name];
  const shapes = shapeTensors(network, height, width);
  return network.layers.map(({ channels, inputChannels, kernel }, index) => {
    const shape = shapes[index + 1]!;
    return (pictures * shape.height * shape.width * channels * inputChannels * kernel[0] * kernel[1]) / 1e9;
  });
}
