import { EngineError } from '@ocr-web/reader';
import type { Runtime, RuntimeChoice } from './runtime.ts';

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
