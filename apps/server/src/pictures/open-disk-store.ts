import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath } from '../files/sync-path.ts';
import { isObjectKey } from './object-key.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';

/**
 * Opens the store of a folder. Each object is a file in a subfolder named by the first two characters of its key.
 *
 * Bytes go to a temporary name, are synced and renamed, and the folder is synced: a kill leaves either the whole object or a temporary
 * file, which the next opening removes.
 */
export async function openDiskStore(directory: string): Promise<ObjectStore> {
  const incoming = join(directory, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const folders = new Set<string>();
  const locate = (key: string) => {
    if (!isObjectKey(key)) throw new TypeError('not an object key');
    return { folder: join(directory, key.slice(0, 2)), path: join(directory, key.slice(0, 2), key) };
  };
  return {
    put: async (key, bytes) => {
      const { folder, path } = locate(key);
      if (!folders.has(folder)) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await syncPath(directory);
        folders.add(folder);
      }
      await writeDurably(join(incoming, randomUUID()), path, bytes);
      await syncPath(folder);
    },
    get: (key) => readFile(locate(key).path).catch(ignoreMissing),
    delete: async (key) => {
      await rm(locate(key).path, { force: true });
    },
    list: () => listObjects(directory),
    check: async () => {
      const probe = join(incoming, randomUUID());
      await (await open(probe, 'wx', 0o600)).close();
      await rm(probe);
    },
  };
}

async function writeDurably(temporary: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function* listObjects(directory: string): AsyncGenerator<StoredObject> {
  for (const folder of await readdir(directory)) {
    for (const key of await readdir(join(directory, folder))) {
      if (!isObjectKey(key)) continue;
      const found = await stat(join(directory, folder, key)).catch(ignoreMissing);
      if (found) yield { key, modifiedAt: found.mtime };
    }
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
