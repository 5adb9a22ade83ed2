import type { openWebReader as open, WebReader } from '@ocr-web/reader-web';

type OpenOptions = NonNullable<Parameters<typeof open>[0]>;

/** Opens a reader in this browser, as far as the page uses it. */
export type OpenWebReader = (options: Pick<OpenOptions, 'onProgress'>) => Promise<Pick<WebReader, 'readPicture'>>;

/** Whether this browser can read by itself: what the reader's worker needs. */
export const canReadOnDevice: boolean =
  typeof Worker === 'function' && typeof OffscreenCanvas === 'function' && typeof WebAssembly === 'object';

/** Loads the reader's module, when a picture is first read here, and opens a reader. */
export const openWebReader: OpenWebReader = async (options) => {
  const { openWebReader: openReader } = await import('@ocr-web/reader-web');
  return await openReader(options);
};
