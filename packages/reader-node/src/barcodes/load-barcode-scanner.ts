import type { FoundBarcode, GreyPlane, ScanBarcodes } from '@ocr-web/reader/engine';
import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader';
import { createWasmSource } from '../decode/wasm-module.ts';

type Kind = FoundBarcode['kind'];

/** What zxing calls the symbologies. */
const kindOfSymbology: Readonly<Record<string, Kind>> = {
  PDF417: 'pdf417',
  QRCode: 'qr',
  Aztec: 'aztec',
  DataMatrix: 'data_matrix',
  Code39: 'code_39',
  Code128: 'code_128',
};

const options: ReaderOptions = {
  formats: ['PDF417', 'QRCode', 'Aztec', 'DataMatrix', 'Code39', 'Code128'],
  maxNumberOfSymbols: 8,
  // Documents print dark on light.
  tryInvert: false,
  // As printed: no check character is taken off, and nothing is decoded twice.
  tryCode39ExtendedMode: false,
};

/**
 * Loads ZXing-C++ in WebAssembly, from the file that lies in its package. Each plane is looked
 * through by a fresh instance: its memory only grows, and a picture must not meet what another one
 * has left there.
 */
export async function loadBarcodeScanner(): Promise<ScanBarcodes> {
  const { prepareZXingModule, purgeZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const compile = createWasmSource('zxing-wasm/reader/zxing_reader.wasm');
  return async (plane) => {
    const instantiate = await compile();
    const overrides = {
      instantiateWasm: (imports: object, done: (instance: object) => void) => {
        const instance = instantiate(imports);
        done(instance);
        return instance.exports;
      },
    };
    try {
      await prepareZXingModule({ overrides: overrides as object, fireImmediately: true });
      return (await readBarcodes(toPixels(plane), options)).flatMap(toFound);
    } finally {
      purgeZXingModule();
    }
  };
}

/** Red, green and blue alike, opaque: what the library's interface takes. */
function toPixels({ data, width, height }: GreyPlane) {
  const pixels = new Uint8ClampedArray(data.length * 4);
  const words = new Uint32Array(pixels.buffer);
  for (let at = 0; at < data.length; at++) words[at] = 0xff000000 | (data[at]! * 0x10101);
  return { data: pixels, width, height, colorSpace: 'srgb' as const };
}

function toFound({ isValid, symbology, bytes, position }: ReadResult): FoundBarcode[] {
  const kind = kindOfSymbology[symbology];
  if (!isValid || !kind) return [];
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  // The bytes lie in the instance's memory.
  return [{ kind, bytes: Uint8Array.from(bytes), quad: [topLeft, topRight, bottomRight, bottomLeft] }];
}
