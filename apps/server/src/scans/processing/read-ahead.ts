import type { Reading } from '@ocr-web/reader';
import { abortable } from '../../outbound/abortable.ts';
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

/** By then a picture is stored and its job taken; if not here, another process has taken it. */
const takenWithinMs = 5000;
/** After such a reading: jobs of this process may well be taken by others again. */
const pauseMs = 60_000;

/** When a reading was begun; it holds nothing of what was read. */
type Mark = { readonly at: number };

type Begun = { readonly asked: AskedOfPicture; readonly reading: Promise<Reading>; readonly mark: Mark };

/**
 * Lets a picture be read while it is stored, in a process that would else have nothing to do: at
 * rest storing a picture and its row takes half as long as reading it. Whoever waits for a reader
 * is not overtaken, since nobody waits where nothing is being read.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createReadAhead(read: ReadPicture, now: () => number = () => performance.now()): ReadAhead {
  const begun = new WeakMap<Uint8Array, Begun>();
  let underWay = 0;
  let untaken: Mark | undefined;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const isPaused = () => {
    if (untaken && now() - untaken.at < takenWithinMs) return true;
    if (untaken) pausedUntil = now() + pauseMs;
    untaken = undefined;
    return now() < pausedUntil;
  };
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
      if (ahead?.mark === untaken) untaken = undefined;
      // The reader ends by itself at its deadline; who is told to stop need not wait for that.
      if (ahead && isSame(ahead.asked, options)) return await abortable(ahead.reading, options.signal);
      return await readCounted(bytes, options);
    },
    begin: (bytes, asked) => {
      if (underWay > 0 || isPaused()) return;
      const reading = readCounted(bytes, { ...asked, signal: new AbortController().signal });
      // Its failure is that of the scan, once there is one.
      reading.catch(() => undefined);
      untaken = { at: now() };
      begun.set(bytes, { asked, reading, mark: untaken });
    },
  };
}

function isSame(asked: AskedOfPicture, { visual, portrait, barcodes }: AskedOfPicture): boolean {
  return asked.visual === visual && asked.portrait === portrait && asked.barcodes === barcodes;
}
