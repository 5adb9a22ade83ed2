import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPictureName } from './is-picture-name.ts';

/** The pictures in a folder, and with `recursive` in the folders in it, hidden ones left out; sorted by their paths. */
export async function listPictures(folder: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const pictures: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (recursive && !entry.name.startsWith('.')) pictures.push(...(await listPictures(path, true)));
    } else if (isPictureName(entry.name)) {
      pictures.push(path);
    }
  }
  return pictures.sort(byCodeUnits);
}

/** The same order on every machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
