import type { Models, Network } from '@ocr-web/reader/engine';
import detectorUrl from '@ocr-web/reader/models/mrz-detector.onnx?url';
import recogniserUrl from '@ocr-web/reader/models/mrz-recogniser.onnx?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';

// What the kernels are measured against; nothing that ships uses it.

const options: InferenceSession.SessionOptions = {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'all',
  enableMemPattern: false,
  enableCpuMemArena: false,
};

const load = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

/** Both networks with onnxruntime-web, in one thread. */
export async function openOnnxRuntimeWeb(): Promise<Models> {
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = await load(wasmUrl);
  env.logLevel = 'error';
  // The first session sets the runtime up, so one comes after the other.
  const detector = await openNetwork(await load(detectorUrl));
  return { detector, recogniser: await openNetwork(await load(recogniserUrl)) };
}

async function openNetwork(model: Uint8Array): Promise<Network> {
  const session = await InferenceSession.create(model, options);
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return {
    run: async ({ data, dims }) => {
      const { [output]: tensor } = await session.run({ [input]: new Tensor('float32', data, dims) });
      return { data: tensor?.data as Float32Array, dims: tensor?.dims ?? [] };
    },
  };
}

/**
 * Runs a model that takes eight-bit numbers; milliseconds of each run. The runtime must be open.
 */
export async function timeModel(model: Uint8Array, dims: readonly number[], runs: number): Promise<number[]> {
  const session = await InferenceSession.create(model, options);
  const data = Uint8Array.from({ length: dims.reduce((product, side) => product * side, 1) }, (_, at) => (at * 97) % 251);
  const feeds = { [session.inputNames[0] ?? '']: new Tensor('uint8', data, dims) };
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await session.run(feeds);
    times.push(performance.now() - start);
  }
  await session.release();
  return times;
}
