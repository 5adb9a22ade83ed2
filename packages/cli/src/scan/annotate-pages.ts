import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { FileReading } from './readers/file-reader.ts';

/** Draws what was found in a file; called for one file after the other or for several at once. */
export type AnnotatePages = (file: string, reading: FileReading, signal: AbortSignal) => Promise<void>;

/**
 * Creates the folder and returns the function that writes to it: `passport.png` for a picture
 * `passport.jpg`, `passport-page2.png` for a second page; files of the same name get a number.
 * Pages without a document are not drawn.
 *
 * @throws the folder's error when it cannot be created
 */
export async function openAnnotations(folder: string): Promise<AnnotatePages> {
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  return async (file, { result, annotate }, signal) => {
    const pages = [...new Set(result.documents.map(({ page }) => page))].sort((a, b) => a - b);
    if (pages.length === 0) return;
    const name = takeName(parse(file).name, taken);
    for (const page of pages) {
      const suffix = page === 0 ? '' : `-page${page + 1}`;
      await writeFile(join(folder, `${name}${suffix}.png`), await annotate(page, signal));
    }
  };
}

/** The name, or the name with a number where it is taken; takes it. */
export function takeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted}-${count}`;
  taken.add(name.toLowerCase());
  return name;
}
