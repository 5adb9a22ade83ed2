import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pageMediaType } from './page-media-types.ts';

/** How a file may be sent, best first. */
export const pageEncodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export type PageEncoding = (typeof pageEncodings)[number]['name'];

/** A file of the page as it lies on the disk, read when it is first asked for. */
export type PageFile = {
  readonly mediaType: string;
  readonly etag: string;
  readonly bytes: Buffer;
  /** The same bytes compressed, by content coding (RFC 9110, section 8.4.1). */
  readonly encoded: Readonly<Partial<Record<PageEncoding, Buffer>>>;
};

export type PageFiles = {
  /**
   * Returns a file by its path in the folder, such as `assets/main.js`; undefined where the folder
   * has none. Only what a listing of the folder named can be had, so no path leads out of it.
   */
  readonly find: (path: string) => Promise<PageFile | undefined>;
};

/**
 * Opens the folder of the built page. It may be missing and may be built anew while it is open: its
 * listing is read again when `index.html` has changed.
 */
export function openPageFiles(directory: string): PageFiles {
  let builtAt: number | undefined;
  let names: ReadonlySet<string> = new Set();
  let files = new Map<string, Promise<PageFile>>();
  const refresh = async () => {
    const modified = await stat(join(directory, 'index.html')).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (modified === builtAt) return;
    names = modified === undefined ? new Set() : await listFiles(directory);
    files = new Map();
    builtAt = modified;
  };
  return {
    find: async (path) => {
      await refresh();
      if (!names.has(path)) return undefined;
      const file = files.get(path) ?? readPageFile(directory, path, names);
      files.set(path, file);
      // One that could not be read this time is tried again.
      file.catch(() => files.delete(path));
      return await file;
    },
  };
}

async function listFiles(directory: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map(({ parentPath, name }) => relative(directory, join(parentPath, name)).split(sep).join('/')));
}

async function readPageFile(directory: string, path: string, names: ReadonlySet<string>): Promise<PageFile> {
  const bytes = await readFile(join(directory, path));
  const present = pageEncodings.filter(({ suffix }) => names.has(`${path}${suffix}`));
  const encoded = await Promise.all(
    present.map(async ({ name, suffix }) => [name, await readFile(join(directory, `${path}${suffix}`))] as const),
  );
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { mediaType: pageMediaType(path), etag, bytes, encoded: Object.fromEntries(encoded) };
}
