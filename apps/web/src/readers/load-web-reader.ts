import type { v2Result } from '@ocr-web/results';

type Reading = Parameters<typeof v2Result>[0];

/** The reader of `@ocr-web/reader-web`, as far as the page uses it. */
export type WebReader = { readPicture(file: Blob, options?: { readonly signal?: AbortSignal }): Promise<Reading> };

export type OpenWebReader = (options: {
  readonly onProgress?: (progress: { readonly loaded: number; readonly total: number }) => void;
}) => Promise<WebReader>;

/** Found at build where the workspace has it; loaded when a picture is first read here. */
const [load] = Object.values(import.meta.glob<{ openWebReader: OpenWebReader }>('../../../../packages/reader-web/src/index.ts'));

/** Whether this browser can read by itself: what the reader's worker needs. */
export const canReadOnDevice: boolean =
  load !== undefined && typeof Worker === 'function' && typeof OffscreenCanvas === 'function' && typeof WebAssembly === 'object';

/** Loads the reader's module and opens a reader. */
export const openWebReader: OpenWebReader = async (options) => {
  if (!load) throw new Error('This page was built without a reader.');
  const { openWebReader: open } = await load();
  return await open(options);
};
