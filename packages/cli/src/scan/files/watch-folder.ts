import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { listPictures } from './list-pictures.ts';

export type WatchOptions = {
  readonly recursive: boolean;
  /**
   * How long a file must have stayed the same to count as whole, milliseconds; the folder is looked
   * at as often.
   */
  readonly settleMs: number;
  /**
   * Hears of a folder that cannot be listed, once, and once more when it can be listed again;
   * undefined is the latter.
   */
  readonly onTrouble: (trouble: Error | undefined) => void;
  readonly signal: AbortSignal;
};

/** Whatever tells one state of a file from the next. */
type States = Map<string, string>;

/**
 * Hands out the pictures that come into a folder, as soon as nobody writes to them any more; what
 * is in it when this is called is left alone. A picture that is replaced later comes again. By
 * looking at the folder again and again: that works on network drives too.
 *
 * @returns once the folder was looked at; the pictures throw the signal's reason
 * @throws the folder's error when it cannot be listed at the beginning
 */
export async function watchFolder(folder: string, options: WatchOptions): Promise<AsyncGenerator<string[], void, undefined>> {
  return waitForPictures(folder, await look(folder, options.recursive), options);
}

async function* waitForPictures(folder: string, present: States, options: WatchOptions): AsyncGenerator<string[], void, undefined> {
  const { settleMs, signal } = options;
  let known = present;
  let growing: States = new Map();
  let isTroubled = false;
  for (;;) {
    await setTimeout(settleMs, undefined, { signal });
    const seen = await look(folder, options.recursive).catch((error: Error) => error);
    if (seen instanceof Error !== isTroubled) options.onTrouble(seen instanceof Error ? seen : undefined);
    isTroubled = seen instanceof Error;
    if (seen instanceof Error) continue;
    const changed = [...seen].filter(([file, state]) => known.get(file) !== state);
    const whole = changed.filter(([file, state]) => growing.get(file) === state && !isEmpty(state));
    growing = new Map(changed);
    // Of what vanished nothing is kept, so that a file of the same name is a new one.
    known = new Map([...known].filter(([file]) => seen.has(file)));
    for (const [file, state] of whole) known.set(file, state);
    if (whole.length > 0) yield whole.map(([file]) => file);
  }
}

/** The state of every picture: it changes whenever somebody writes to the file. */
async function look(folder: string, recursive: boolean): Promise<States> {
  const states: States = new Map();
  for (const file of await listPictures(folder, recursive)) {
    try {
      const { size, mtimeMs, ino } = await stat(file);
      states.set(file, `${size} ${mtimeMs} ${ino}`);
    } catch {
      // It was there a moment ago: moved on, or deleted.
    }
  }
  return states;
}

function isEmpty(state: string): boolean {
  return state.startsWith('0 ');
}
