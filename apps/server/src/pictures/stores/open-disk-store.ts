import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath } from '../../files/sync-path.ts';
import { signPictureUrl } from '../sign-picture-url.ts';
import { checkObjectKey, isObjectKey } from './object-key.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';

/**
 * Opens the store of a folder. Each object is a file in a subfolder named by the first character of
 * its key.
 *
 * A key is named by nobody before its `put` has resolved. So an object is written under its own
 * name at once; one that a kill leaves half written is an object that no scan names, like any other
 * that lost its scan.
 *
 * @param secret what addresses are signed with: the service serves these objects itself
 */
export async function openDiskStore(directory: string, secret: Uint8Array): Promise<ObjectStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const folders = new Map<string, Promise<FileHandle>>();
  const folderOf = (key: string) => join(directory, checkObjectKey(key).slice(0, 1));
  const pathOf = (key: string) => join(folderOf(key), key);
  /** Kept open, because every put has to bring the folder's new entry to the disk. */
  const openFolder = (folder: string) => {
    const known = folders.get(folder) ?? makeFolder(directory, folder);
    folders.set(folder, known);
    known.catch(() => folders.delete(folder));
    return known;
  };
  return {
    put: async (key, bytes) => {
      const folder = await openFolder(folderOf(key));
      await writeDurably(pathOf(key), bytes, folder);
    },
    get: (key) => readFile(pathOf(key)).catch(ignoreMissing),
    signedUrl: async (key, options) => signPictureUrl(secret, checkObjectKey(key), options),
    delete: async (key) => {
      await rm(pathOf(key), { force: true });
    },
    list: () => listObjects(directory),
    check: () => checkDirectory(directory),
    close: async () => {
      for (const folder of folders.values()) await (await folder).close();
    },
  };
}

/** Makes a file in a folder and deletes it. Rejects where that is not possible. */
export async function checkDirectory(directory: string): Promise<void> {
  const probe = join(directory, `.probe-${randomUUID()}`);
  await (await open(probe, 'wx', 0o600)).close();
  await rm(probe);
}

/** Not the folders above: where a disk has been unmounted, nothing is to be written beneath it. */
async function makeFolder(directory: string, folder: string): Promise<FileHandle> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await syncPath(directory);
  return await open(folder, 'r');
}

async function writeDurably(path: string, bytes: Uint8Array, folder: FileHandle): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await folder.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function* listObjects(directory: string): AsyncGenerator<StoredObject> {
  for (const folder of (await readdir(directory)).filter((name) => name.length === 1)) {
    for (const key of await readdir(join(directory, folder))) {
      if (!isObjectKey(key)) continue;
      yield { key, modifiedAt: async () => (await stat(join(directory, folder, key)).catch(ignoreMissing))?.mtime };
    }
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
