import type { FoundBarcode, ScanBarcodes } from '@ocr-web/reader/engine';
import type { ZXingReadResult } from 'zxing-wasm/reader';
import { openZxing, type Zxing } from './zxing-instance.ts';

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

/**
 * Loads ZXing-C++ in WebAssembly. A picture must not meet what another one has left in its memory,
 * so each plane is looked through by an instance as it was when it was new: making one anew takes
 * many times as long as putting its memory back. Memory only grows, and an instance whose memory
 * has grown is given up, as is one that fails.
 */
export async function loadBarcodeScanner(): Promise<ScanBarcodes> {
  const open = await openZxing();
  let kept: Zxing | undefined;
  return async (plane) => {
    const zxing = kept ?? (await open());
    kept = undefined;
    const found = zxing.scan(plane).flatMap(toFound);
    if (zxing.renew()) kept = zxing;
    return found;
  };
}

function toFound({ isValid, symbology, bytes, position }: ZXingReadResult): FoundBarcode[] {
  const kind = kindOfSymbology[symbology];
  if (!isValid || !kind) return [];
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  return [{ kind, bytes, quad: [topLeft, topRight, bottomRight, bottomLeft] }];
}
