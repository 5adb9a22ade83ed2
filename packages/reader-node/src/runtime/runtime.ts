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

/**
 * Which of them is wanted: `auto` takes onnxruntime-node where it has a build, else the kernels.
 */
export type RuntimeChoice = 'auto' | RuntimeName;

export const runtimeChoices: readonly ['auto', 'onnxruntime-node', 'wasm'] = ['auto', 'onnxruntime-node', 'wasm'];
