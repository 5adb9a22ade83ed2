import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { listPictures } from './list-pictures.ts';

export type WatchOptions = {
  readonly recursive: boolean;
  /**
   * How long a file must not change before it counts as complete, and the polling interval,
   * milliseconds.
   */
  readonly settleMs: number;
  /**
   * Called once when the folder cannot be listed, and once without an error when it can be again.
   */
  readonly onAccessChange: (error: Error | undefined) => void;
  readonly signal: AbortSignal;
};

/** Size, time and inode of each file: they change when somebody writes to it. */
type FileStates = Map<string, string>;

/**
 * Yields the pictures that are added to a folder, once nobody writes to them any more; those that
 * are in it when this is called are skipped. A picture that is replaced later is yielded again. It
 * polls, which works on network drives too.
 *
 * @returns when the folder was listed for the first time; the iteration throws the signal's reason
 * @throws the folder's error when it cannot be listed then
 */
export async function watchFolder(folder: string, options: WatchOptions): Promise<AsyncGenerator<string[], void, undefined>> {
  return waitForPictures(folder, await readStates(folder, options.recursive), options);
}

async function* waitForPictures(folder: string, present: FileStates, options: WatchOptions): AsyncGenerator<string[], void, undefined> {
  const { settleMs, signal } = options;
  let known = present;
  let growing: FileStates = new Map();
  let isUnreadable = false;
  for (;;) {
    await setTimeout(settleMs, undefined, { signal });
    const seen = await readStates(folder, options.recursive).catch((error: Error) => error);
    if (seen instanceof Error !== isUnreadable) options.onAccessChange(seen instanceof Error ? seen : undefined);
    isUnreadable = seen instanceof Error;
    if (seen instanceof Error) continue;
    const changed = [...seen].filter(([file, state]) => known.get(file) !== state);
    const whole = changed.filter(([file, state]) => growing.get(file) === state && !isEmpty(state));
    growing = new Map(changed);
    // A file that vanished is forgotten, so that a later one of the same name is new.
    known = new Map([...known].filter(([file]) => seen.has(file)));
    for (const [file, state] of whole) known.set(file, state);
    if (whole.length > 0) yield whole.map(([file]) => file);
  }
}

async function readStates(folder: string, recursive: boolean): Promise<FileStates> {
  const states: FileStates = new Map();
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
