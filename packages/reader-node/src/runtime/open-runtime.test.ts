import { isEngineError } from '@ocr-web/reader';
import { describe, expect, test } from 'vitest';
import { openRuntime } from './open-runtime.ts';
import type { Runtime, RuntimeName } from './runtime.ts';

const named = (name: RuntimeName): Runtime => ({ name, load: () => Promise.reject(new Error('not loaded in this test')) });
const openWasmRuntime = () => Promise.resolve(named('wasm'));
/** A machine for which onnxruntime-node has no build. */
const withoutBuild = { openOnnxRuntime: () => Promise.reject(new Error('cannot find the binding')), openWasmRuntime };
const withBuild = { openOnnxRuntime: () => Promise.resolve(named('onnxruntime-node')), openWasmRuntime };

describe('which runtime a choice comes to', () => {
  test.each([
    ['auto', withBuild, 'onnxruntime-node'],
    ['auto', withoutBuild, 'wasm'],
    ['onnxruntime-node', withBuild, 'onnxruntime-node'],
    ['wasm', withBuild, 'wasm'],
    ['wasm', withoutBuild, 'wasm'],
  ] as const)('%s', async (choice, deps, name) => {
    expect((await openRuntime(choice, deps)).name).toBe(name);
  });

  test('the one that is wanted and missing', async () => {
    const refusal = await openRuntime('onnxruntime-node', withoutBuild).catch((error) => (isEngineError(error) ? error : String(error)));
    expect(refusal).toMatchObject({
      code: 'model.invalid',
      message: `onnxruntime-node cannot be loaded on ${process.platform} ${process.arch}. Set OCR_WEB_RUNTIME to auto or wasm: the kernels in WebAssembly read the same, more slowly.`,
    });
  });
});

test('both are here', async () => {
  expect([(await openRuntime('auto')).name, (await openRuntime('wasm')).name]).toEqual(['onnxruntime-node', 'wasm']);
});
