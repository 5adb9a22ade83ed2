import type { GreyPlane } from '@ocr-web/reader/engine';
import type { ReaderOptions, ZXingReaderOptions, ZXingReadResult } from 'zxing-wasm/reader';
import { createWasmSource } from '../decode/wasm-module.ts';
import { type ModuleMemory, rememberMemory } from './remember-memory.ts';

/** What is used of the library's module: its memory, and the function that takes grey pixels. */
type ReaderModule = ModuleMemory & {
  readBarcodesFromPixmap(address: number, width: number, height: number, options: ZXingReaderOptions): ResultVector;
};
type ResultVector = { size(): number; get(index: number): ZXingReadResult | undefined; delete(): void };

/** An instance of ZXing-C++ in WebAssembly. */
export type Zxing = {
  /**
   * The barcodes of a plane; their bytes are copies.
   *
   * @throws Error after which the instance must not be used again
   */
  scan(plane: GreyPlane): ZXingReadResult[];
  /**
   * Puts what its memory holds back to what it was when the instance was new.
   *
   * @returns false where that does not pay: memory never shrinks again
   */
  renew(): boolean;
  /** All of its memory, as it is now. */
  memory(): Uint8Array;
};

const wanted: ReaderOptions = {
  formats: ['PDF417', 'QRCode', 'Aztec', 'DataMatrix', 'Code39', 'Code128'],
  maxNumberOfSymbols: 8,
  // Documents print dark on light.
  tryInvert: false,
};

/**
 * Compiles the library, from the file that lies in its package, and tells how to make instances.
 */
export async function openZxing(): Promise<() => Promise<Zxing>> {
  const library = await import('zxing-wasm/reader');
  const compile = createWasmSource('zxing-wasm/reader/zxing_reader.wasm');
  const { defaultReaderOptions, encodeFormats, BINARIZERS, EAN_ADD_ON_SYMBOLS, TEXT_MODES, CHARACTER_SETS } = library;
  const options = { ...defaultReaderOptions, ...wanted };
  const encoded: ZXingReaderOptions = {
    ...options,
    formats: encodeFormats(options.formats),
    binarizer: BINARIZERS.indexOf(options.binarizer),
    eanAddOnSymbol: EAN_ADD_ON_SYMBOLS.indexOf(options.eanAddOnSymbol),
    textMode: TEXT_MODES.indexOf(options.textMode),
    characterSet: CHARACTER_SETS.indexOf(options.characterSet),
  };
  return async () => {
    const instantiate = await compile();
    const overrides = {
      instantiateWasm: (imports: object, done: (instance: object) => void) => {
        const instance = instantiate(imports);
        done(instance);
        return instance.exports;
      },
    };
    try {
      const module: unknown = await library.prepareZXingModule({ overrides: overrides as object, fireImmediately: true });
      return createZxing(module as ReaderModule, encoded);
    } finally {
      library.purgeZXingModule();
    }
  };
}

/**
 * It starts with 21 MiB, and takes 29 for the largest of the usual views: what has grown beyond is
 * given back to the system.
 */
const maxMemory_bytes = 32 * 2 ** 20;

function createZxing(module: ReaderModule, options: ZXingReaderOptions): Zxing {
  const putBack = rememberMemory(module);
  return {
    scan: ({ data, width, height }) => {
      const address = module._malloc(data.length);
      if (address === 0) throw new Error(`No memory for ${data.length} pixels`);
      module.HEAPU8.set(data, address);
      const results = module.readBarcodesFromPixmap(address, width, height, options);
      const found = Array.from({ length: results.size() }, (_, index) => results.get(index)!);
      results.delete();
      module._free(address);
      return found.map((result) => ({ ...result, bytes: Uint8Array.from(result.bytes) }));
    },
    renew: () => {
      if (module.HEAPU8.length > maxMemory_bytes) return false;
      putBack();
      return true;
    },
    memory: () => module.HEAPU8,
  };
}
