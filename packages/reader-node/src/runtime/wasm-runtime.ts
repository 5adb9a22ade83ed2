import { readFile } from 'node:fs/promises';
import {
  chooseInstructionSet,
  createFloatNetwork,
  createNetwork,
  describeNetwork,
  isFloatGraph,
  kernelFiles,
  readGraph,
} from '@ocr-web/kernels';
import { EngineError } from '@ocr-web/reader';
import type { Runtime } from './runtime.ts';

/**
 * The kernels in WebAssembly, which run wherever Node does; what computes in floats, in JavaScript.
 *
 * @throws EngineError `model.invalid` when they are missing or damaged
 */
export async function openWasmRuntime(): Promise<Runtime> {
  const set = chooseInstructionSet();
  const { file: kernels } = kernelFiles[set];
  const module = await compileFile(kernels).catch((cause) => {
    throw new EngineError('model.invalid', `The kernels ${kernels} cannot be compiled.`, { cause });
  });
  return {
    name: 'wasm',
    load: async (bytes, file) => {
      try {
        const graph = readGraph(bytes);
        return isFloatGraph(graph) ? createFloatNetwork(graph) : await createNetwork(module, describeNetwork(graph), set);
      } catch (cause) {
        throw new EngineError('model.invalid', `The model ${file} is none that the kernels can compute.`, { cause });
      }
    },
  };
}

async function compileFile(name: string): Promise<WebAssembly.Module> {
  return await WebAssembly.compile(await readFile(new URL(import.meta.resolve(`@ocr-web/kernels/wasm/${name}`))));
}
