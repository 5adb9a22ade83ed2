import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const endings = /\.(jpe?g|png|webp|tiff?|gif|avif|bmp|heic|heif|pdf)$/i;

/** The pictures in a folder, with `recursive` also in its subfolders, sorted by path. */
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

/** By the ending of the name; hidden files are left out. */
function isPictureName(name: string): boolean {
  return endings.test(name) && !name.startsWith('.');
}

/** The same order on every machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
