import { existsSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartupError } from '../errors/startup-error.ts';
import { syncPath } from '../files/sync-path.ts';
import { createMasterKeyText, type MasterKey, parseMasterKeys } from './master-keys.ts';

const comment = '# Master keys of OCR Web: the first one seals, all open. Without them nothing that is stored can be read.';

/**
 * Reads the keys of a file; undefined where there is no file.
 *
 * @throws StartupError `keys.unusable` for a file that cannot be read or holds something else
 */
export function readMasterKeyFile(path: string): MasterKey[] | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const keys = parseMasterKeys(readFileSync(path, 'utf8'));
    if (keys.length === 0) throw new Error('holds no key');
    return keys;
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw new StartupError('keys.unusable', `The file of the master keys ${path} cannot be used: ${reason}.`, { cause });
  }
}

/**
 * Makes the file with a first key, which is on the disk when this resolves. Nobody but its owner
 * may read it.
 *
 * @throws StartupError `keys.unusable` where it cannot be written
 */
export async function createMasterKeyFile(path: string): Promise<MasterKey[]> {
  const text = createMasterKeyText();
  try {
    await writeKeys(path, [text], 'wx');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    const advice =
      'Set OCR_WEB_MASTER_KEY_FILE to a place outside the data folder that can be written, or OCR_WEB_MASTER_KEY to a key of your own.';
    throw new StartupError('keys.unusable', `The file of the master key ${path} cannot be written: ${reason}. ${advice}`, { cause });
  }
  return parseMasterKeys(text);
}

/** Replaces the keys of a file by others, at once and durably. */
export async function writeMasterKeyFile(path: string, keys: readonly MasterKey[]): Promise<void> {
  const next = `${path}.next`;
  await writeKeys(
    next,
    keys.map(({ key }) => key.export().toString('base64')),
    'w',
  );
  await rename(next, path);
  await syncPath(dirname(path));
}

async function writeKeys(path: string, texts: readonly string[], flags: 'w' | 'wx'): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(`${[comment, ...texts].join('\n')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncPath(dirname(path));
}
