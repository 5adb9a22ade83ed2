import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SmallDisk = {
  readonly path: string;
  /** Takes all room but so many bytes. */
  readonly fill: (leftBytes?: number) => void;
  /** Gives the room back. */
  readonly empty: () => void;
  readonly unmount: () => void;
};

const block = Buffer.alloc(1024 * 1024);

/** Mounts a disk in memory of so many MiB. Undefined where this user may not. */
export function mountSmallDisk(mebibytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'ocr-web-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', path], { stdio: 'pipe' });
  } catch {
    rmdirSync(path);
    return undefined;
  }
  const filler = join(path, 'filler');
  return {
    path,
    fill: (leftBytes = 0) => fill(path, filler, leftBytes),
    empty: () => rmSync(filler, { force: true }),
    unmount: () => {
      execFileSync('umount', ['--lazy', path]);
      rmdirSync(path);
    },
  };
}

/**
 * Writes until only so much is left, and where nothing is to be left, until nothing more is taken.
 */
function fill(path: string, filler: string, leftBytes: number): void {
  const file = openSync(filler, 'a');
  try {
    for (let length = block.length; length >= 1; ) {
      const { bavail, bsize } = statfsSync(path);
      if (leftBytes > 0 && bavail * bsize - length < leftBytes) return;
      if (!isWritten(file, length)) length = Math.floor(length / 2);
    }
  } finally {
    closeSync(file);
  }
}

function isWritten(file: number, length: number): boolean {
  try {
    return writeSync(file, block, 0, length) === length;
  } catch {
    // No room for so much.
    return false;
  }
}
