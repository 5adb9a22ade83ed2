import { openWebReader, type WebReader } from '@ocr-web/reader-web';

/** A reader that is loaded when it is first needed. */
export type LazyReader = {
  /** @throws EngineError `model.invalid`, `engine.crashed`; the next call tries again */
  load(): Promise<WebReader>;
  /** Gives its memory back; the next call loads it anew. */
  close(): void;
};

/** @param onProgress told the share that is loaded, 0 to 1 */
export function createLazyReader(onProgress: (share: number) => void): LazyReader {
  let opening: Promise<WebReader> | undefined;
  return {
    load: () => {
      if (opening) return opening;
      const one = openWebReader({ onProgress: ({ loaded, total }) => onProgress(loaded / total) });
      one.catch(() => {
        if (opening === one) opening = undefined;
      });
      opening = one;
      return one;
    },
    close: () => {
      opening?.then((reader) => reader.close()).catch(() => undefined);
      opening = undefined;
    },
  };
}
