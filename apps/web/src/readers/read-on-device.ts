import { type Extras, noExtras } from './extras.ts';
import type { OpenWebReader } from './load-web-reader.ts';
import type { PictureReader } from './picture-reader.ts';

/**
 * Reads in this browser. The reader is opened with the first picture and kept; one that could not
 * be opened is opened again with the next.
 *
 * @param wished what to read beside the zone, asked for each picture; barcodes are read by the
 *   service only
 * @throws EngineError `picture.unsupported` for what browsers do not decode, such as PDF
 */
export function readOnDevice(open: OpenWebReader, wished: () => Extras = () => noExtras): PictureReader {
  let opened: ReturnType<OpenWebReader> | undefined;
  return async (file, name, { signal, onProgress }) => {
    onProgress({ step: 'preparing', share: 0 });
    opened ??= open({ onProgress: ({ loaded, total }) => onProgress({ step: 'preparing', share: loaded / Math.max(total, 1) }) });
    const reader = await opened.catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    signal.throwIfAborted();
    onProgress({ step: 'reading' });
    const { visual, portrait } = wished();
    const [reading, { v2Result }] = await Promise.all([reader.readPicture(file, { signal, visual, portrait }), import('@ocr-web/results')]);
    return { name, place: 'device', result: v2Result(reading), showPage: () => Promise.resolve(file), stored: null };
  };
}

/**
 * Tells whether the service may read what this browser could not. What no picture is, and no PDF,
 * is nothing for it either, and nobody should be asked to send it.
 */
export function isForService(error: unknown, file: Blob): boolean {
  const { code } = error as { readonly code?: unknown };
  if (code === 'picture.unsupported') return file.size > 0 && /^(image\/|application\/pdf$|$)/.test(file.type);
  return code === 'engine.crashed' || code === 'model.invalid';
}
