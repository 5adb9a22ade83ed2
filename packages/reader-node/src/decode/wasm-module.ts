import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/**
 * What is used of the WebAssembly interface (W3C, JavaScript Interface 2.0): the standard library
 * of a workspace without a browser lacks it.
 */
export type WasmInstance = { readonly exports: Readonly<Record<string, never>> };
type WasmRuntime = {
  readonly compile: (bytes: Uint8Array) => Promise<object>;
  readonly Instance: new (library: object, imports: object) => WasmInstance;
};

const { WebAssembly: runtime } = globalThis as unknown as { readonly WebAssembly: WasmRuntime };
const { resolve } = createRequire(import.meta.url);

/**
 * A library in WebAssembly that is compiled when it is first needed; every file gets a fresh
 * instance, with memory of its own.
 */
export type WasmSource = () => Promise<(imports: object) => WasmInstance>;

/** @param file as it is imported, such as `package/file.wasm` */
export function createWasmSource(file: string): WasmSource {
  let compiled: Promise<object> | undefined;
  return async () => {
    compiled ??= readFile(resolve(file)).then((bytes) => runtime.compile(bytes));
    const library = await compiled;
    return (imports) => new runtime.Instance(library, imports);
  };
}
