import type { PDFiumDocument } from '@hyzyla/pdfium';
import { EngineError } from '@ocr-web/reader';
import {
  type ColourPlane,
  colourPlane,
  type InterleavedPixels,
  lazyLumaPlane,
  type OpenFile,
  type PageSource,
} from '@ocr-web/reader/engine';
import { createWasmSource, type WasmInstance } from './wasm-module.ts';

/**
 * Pixels for each point (1/72 inch): 300 dpi, at which the print of a document that was copied at a
 * third of its size can still be read.
 */
const usualScale = 300 / 72;
/**
 * A page whose size makes little of it is drawn at least this large, since its picture may hold
 * more: longer side, pixels.
 */
const leastLongSide = 2000;
/**
 * A page whose size makes much of it (one point a pixel is common) is drawn no larger than this.
 */
const mostPixels = 16_000_000;

/**
 * Draws pages with pdfium, which is loaded when the first PDF comes. It knows no script, opens no
 * address, and sees no file but this one.
 */
export function createPdfOpener({ maxPixels }: { readonly maxPixels: number }): OpenFile {
  const pdfium = createWasmSource('@hyzyla/pdfium/pdfium.wasm');
  return async (bytes) => {
    const { PDFiumLibrary } = await import('@hyzyla/pdfium');
    const instantiate = await pdfium();
    const library = await PDFiumLibrary.init({
      instantiateWasm: (imports: object, done: (instance: WasmInstance) => void) => {
        const instance = instantiate(imports);
        done(instance);
        return instance.exports;
      },
    });
    const document = await library.loadDocument(bytes).catch(refuseEncrypted);
    return {
      pageCount: document.getPageCount(),
      openPage: (index) => Promise.resolve(openPage(document, index, Math.min(maxPixels, mostPixels))),
      close: () => document.destroy(),
    };
  };
}

function refuseEncrypted(cause: Error): never {
  if (!/password|security/i.test(cause.message)) throw cause;
  const sentence = 'The PDF is encrypted and opens with a password only. Send it without one.';
  throw new EngineError('picture.encrypted', sentence, { cause });
}

function openPage(document: PDFiumDocument, index: number, budget: number): PageSource {
  const { originalWidth, originalHeight } = document.getPage(index).getOriginalSize();
  const area = originalWidth * originalHeight;
  if (!(area > 0)) throw new RangeError(`Page ${index + 1} cannot be opened.`);
  const wanted = Math.max(usualScale, leastLongSide / Math.max(originalWidth, originalHeight));
  const scale = Math.min(wanted, Math.sqrt(budget / area));
  const width = Math.max(1, Math.floor(originalWidth * scale));
  const height = Math.max(1, Math.floor(originalHeight * scale));
  const draw = async (colorSpace: 'Gray' | 'BGRA', level: number): Promise<InterleavedPixels> => {
    // A page must be got anew for each drawing: the library closes it afterwards.
    const page = document.getPage(index);
    const size = { width: Math.max(1, width >> level), height: Math.max(1, height >> level) };
    const { data } = await page.render({ ...size, colorSpace });
    return { ...size, data, channels: colorSpace === 'Gray' ? 1 : 4 };
  };
  return {
    width,
    height,
    coarsestDecoded: 0,
    decodePlane: async (level) => lazyLumaPlane(await draw('Gray', level)),
    decodeColours: async (level): Promise<ColourPlane> => colourPlane(await draw('BGRA', level)),
  };
}
