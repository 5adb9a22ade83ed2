import type { Reading } from '@ocr-web/reader';
import { abortable } from '../outbound/abortable.ts';
import type { ReadPicture } from './process-scan.ts';

/** What is to be read of a picture beside its zones. */
export type AskedOfPicture = Omit<Parameters<ReadPicture>[1], 'signal'>;

export type ReadAhead = {
  /** Reads a picture; where that was begun ahead, waits for that reading. */
  readonly read: ReadPicture;
  /**
   * Begins to read a picture that is still being stored, where no other is being read. Nobody hears
   * of what comes of it but who reads these very bytes afterwards: with them goes the reading.
   */
  readonly begin: (bytes: Uint8Array, asked: AskedOfPicture) => void;
};

type Begun = { readonly asked: AskedOfPicture; readonly reading: Promise<Reading> };

/**
 * Lets a picture be read while it is stored, in a process that would else have nothing to do: at
 * rest storing a picture and its row takes half as long as reading it. Whoever waits for a reader
 * is not overtaken, since nobody waits where nothing is being read.
 */
export function createReadAhead(read: ReadPicture): ReadAhead {
  const begun = new WeakMap<Uint8Array, Begun>();
  let underWay = 0;
  const readCounted: ReadPicture = async (bytes, options) => {
    underWay += 1;
    try {
      return await read(bytes, options);
    } finally {
      underWay -= 1;
    }
  };
  return {
    read: async (bytes, options) => {
      const ahead = begun.get(bytes);
      begun.delete(bytes);
      // The reader ends by itself at its deadline; who is told to stop need not wait for that.
      if (ahead && isSame(ahead.asked, options)) return await abortable(ahead.reading, options.signal);
      return await readCounted(bytes, options);
    },
    begin: (bytes, asked) => {
      if (underWay > 0) return;
      const reading = readCounted(bytes, { ...asked, signal: new AbortController().signal });
      // Its failure is that of the scan, once there is one.
      reading.catch(() => undefined);
      begun.set(bytes, { asked, reading });
    },
  };
}

function isSame(asked: AskedOfPicture, { visual, portrait, barcodes }: AskedOfPicture): boolean {
  return asked.visual === visual && asked.portrait === portrait && asked.barcodes === barcodes;
}
