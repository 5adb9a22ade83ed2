import { glob, stat } from 'node:fs/promises';
import type { ScanFailure } from '../scan-record.ts';
import { listPictures } from './list-pictures.ts';

/** A file to read, or a name that leads to none. */
export type FoundFile = { readonly file: string; readonly failure?: ScanFailure };

/** A name that contains one of these and is not a file is a pattern. */
const patternSign = /[*?[{]/;

/**
 * The files that arguments name, in their order: a file stands for itself, a folder for the
 * pictures in it, a pattern for what it matches. A name that leads to nothing is reported. A file
 * that is named twice is read twice.
 */
export async function findFiles(names: readonly string[], recursive: boolean): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const name of names) found.push(...(await findFilesOf(name, recursive)));
  return found;
}

async function findFilesOf(name: string, recursive: boolean): Promise<FoundFile[]> {
  const kind = await kindOf(name);
  if (kind === 'folder') return await findInFolder(name, recursive);
  // A file whose name looks like a pattern is that file.
  if (kind === 'file' || !patternSign.test(name)) return [{ file: name }];
  const matches: string[] = [];
  for await (const match of glob(name)) matches.push(match);
  matches.sort();
  if (matches.length === 0) return [{ file: name, failure: { code: 'file.missing', message: 'No file matches this pattern.' } }];
  const files: FoundFile[] = [];
  for (const match of matches) {
    if ((await kindOf(match)) !== 'folder') files.push({ file: match });
    else if (recursive) files.push(...(await findInFolder(match, true)));
  }
  return files;
}

async function findInFolder(folder: string, recursive: boolean): Promise<FoundFile[]> {
  try {
    const pictures = await listPictures(folder, recursive);
    if (pictures.length > 0) return pictures.map((file) => ({ file }));
    const deeper = recursive ? '' : '; --recursive includes its subfolders';
    return [{ file: folder, failure: { code: 'file.is_folder', message: `There is no picture in this folder${deeper}.` } }];
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return [{ file: folder, failure: { code: 'file.unreadable', message: `The folder cannot be read (${code ?? message}).` } }];
  }
}

async function kindOf(name: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(name)).isDirectory() ? 'folder' : 'file';
  } catch {
    // The reason is reported when it is read.
    return undefined;
  }
}
