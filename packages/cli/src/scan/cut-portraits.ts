import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { type AnnotatePages, takeName } from './annotate-pages.ts';
import type { FileReading } from './readers/file-reader.ts';

/**
 * Creates the folder and returns the function that writes to it what was found of the holder:
 * `passport-portrait.png`, `passport-ghost.png` and `passport-signature.png` for a picture
 * `passport.jpg`, with numbers where there are more, or files of the same name.
 *
 * @throws the folder's error when it cannot be created
 */
export async function openPortraitCrops(folder: string): Promise<AnnotatePages> {
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  return async (file, reading, signal) => {
    for (const { what, name, index } of listCrops(reading)) {
      const path = join(folder, `${takeName(`${parse(file).name}-${name}`, taken)}.png`);
      await writeFile(path, await reading.cut(what, index, signal));
    }
  };
}

function listCrops({ result: { portraits = [], signatures = [] } }: FileReading) {
  return [
    ...portraits.map(({ kind }, index) => ({ what: 'portrait', name: kind, index }) as const),
    ...signatures.map((_, index) => ({ what: 'signature', name: 'signature', index }) as const),
  ];
}
