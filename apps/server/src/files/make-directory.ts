import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder that only this user may enter, and those on its way that are missing. Nothing is
 * done where it is there.
 *
 * Node's own `recursive` never comes to an end where the system answers ENOENT for a folder that
 * has a parent, as it does under /proc.
 *
 * @throws the system's error, such as EEXIST where a file has the name, or ENOTDIR where a file is
 *   on the way
 */
export async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path) {
      await makeDirectory(dirname(path));
      await mkdir(path, { mode: 0o700 });
    } else if (!(await isDirectory(path))) {
      throw error;
    }
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
