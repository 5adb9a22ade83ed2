import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath } from './sync-path.ts';

/** Brings a folder with everything in it to the disk. */
export async function syncTree(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else if (entry.isFile()) await syncPath(path);
  }
  await syncPath(directory);
}
