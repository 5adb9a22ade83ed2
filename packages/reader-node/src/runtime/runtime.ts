import { EngineError } from '@ocr-web/reader';
import type { Network } from '@ocr-web/reader/engine';

/** What computes the networks. */
export type Runtime = {
  readonly name: RuntimeName;
  /**
   * Makes a network of a model.
   *
   * @param file its name, for messages
   * @throws EngineError `model.invalid`
   */
  load(bytes: Uint8Array, file: string): Promise<Network>;
};

export type RuntimeName = 'onnxruntime-node' | 'wasm';

/** Which of them is wanted: `auto` takes onnxruntime-node where it has a build, else the kernels. */
export type RuntimeChoice = 'auto' | RuntimeName;

export const runtimeChoices: readonly ['auto', 'onnxruntime-node', 'wasm'] = ['auto', 'onnxruntime-node', 'wasm'];

type RuntimeDeps = { readonly openOnnxRuntime: () => Promise<Runtime>; readonly openWasmRuntime: () => Promise<Runtime> };

/** Each is imported only where it is used: onnxruntime-node has no build for every platform. */
const installed: RuntimeDeps = {
  openOnnxRuntime: async () => (await import('./onnx-runtime.ts')).onnxRuntime,
  openWasmRuntime: async () => await (await import('./wasm-runtime.ts')).openWasmRuntime(),
};

/**
 * Opens the runtime that is wanted.
 *
 * @throws EngineError `model.invalid` when it is not available here
 */
export async function openRuntime(choice: RuntimeChoice, { openOnnxRuntime, openWasmRuntime }: RuntimeDeps = installed): Promise<Runtime> {
  if (choice === 'wasm') return await openWasmRuntime();
  try {
    return await openOnnxRuntime();
  } catch (cause) {
    if (choice === 'auto') return await openWasmRuntime();
    const way = 'Set OCR_WEB_RUNTIME to auto or wasm: the kernels in WebAssembly read the same, more slowly.';
    throw new EngineError('model.invalid', `onnxruntime-node cannot be loaded on ${process.platform} ${process.arch}. ${way}`, { cause });
  }
}
