import { statfs } from 'node:fs/promises';

export type FreeSpace = {
  /** Whether the last look found too little. */
  readonly isLow: () => boolean;
  /** Looks now, and tells whether there is too little. */
  readonly check: () => Promise<boolean>;
  readonly close: () => void;
};

/** The part of `fs.promises.statfs` that is needed. */
export type ReadFreeSpace = (path: string) => Promise<{ readonly bavail: number; readonly bsize: number }>;

/** Between two looks, milliseconds. */
const intervalMs = 5000;
/**
 * How many times the minimum must be free again before space counts as enough: it would else be low
 * and not low by turns.
 */
const recovery = 1.25;

/**
 * Watches how much space is free on the disk of a folder. The first look is over when this
 * resolves. Where the system does not say how much there is, what it said last holds.
 *
 * @param minFreeBytes below this, space is low; 0 watches nothing
 */
export async function watchFreeSpace(directory: string, minFreeBytes: number, readFreeSpace: ReadFreeSpace = statfs): Promise<FreeSpace> {
  let isLow = false;
  const check = async () => {
    if (minFreeBytes === 0) return false;
    const found = await readFreeSpace(directory).catch(() => undefined);
    if (found) isLow = found.bavail * found.bsize < minFreeBytes * (isLow ? recovery : 1);
    return isLow;
  };
  await check();
  const timer = setInterval(check, intervalMs).unref();
  return { isLow: () => isLow, check, close: () => clearInterval(timer) };
}
