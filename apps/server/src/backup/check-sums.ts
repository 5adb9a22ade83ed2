import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../errors/startup-error.ts';
import { isObjectKey } from '../pictures/stores/object-key.ts';
import { type BackupLabel, masterKeyFile } from './backup-label.ts';
import { databaseFile } from './copy-database.ts';

/** In the form of `sha256sum`, which can check it too. */
export const sumsFile = 'SHA256SUMS';

/** SHA-256 in hex of the files of a backup, by their paths in it. */
export type Sums = ReadonlyMap<string, string>;

export function renderSums(sums: Sums): string {
  return [...sums].map(([path, sum]) => `${sum}  ${path}\n`).join('');
}

/**
 * Reads the sums of a backup and holds them against its label: nothing that is put into a data
 * folder goes unchecked because its line is missing.
 *
 * @throws StartupError `backup.refused`
 */
export async function readSums(directory: string, label: BackupLabel): Promise<Sums> {
  const refuse = (sentence: string, cause?: unknown) => new StartupError('backup.refused', `${sumsFile} ${sentence}`, { cause });
  const text = await readFile(join(directory, sumsFile), 'utf8').catch((cause: unknown) => {
    throw refuse('of the backup cannot be read.', cause);
  });
  const sums = new Map<string, string>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, sum, path] = linePattern.exec(line) ?? [];
    if (sum === undefined || path === undefined || !isOfBackup(path)) throw refuse('has a line that is none of its own.');
    sums.set(path, sum);
  }
  const others = [databaseFile, ...(label.has_master_key ? [masterKeyFile] : [])];
  if (others.some((path) => !sums.has(path)) || sums.size !== label.pictures + others.length)
    throw refuse('does not have the files that the backup says it has.');
  return sums;
}

const linePattern = /^([0-9a-f]{64}) {2}(.+)$/;

/** Pictures lie where their store looks for them; nothing leads out of the folder. */
function isOfBackup(path: string): boolean {
  const [folder, initial, key = '', ...deeper] = path.split('/');
  const isPicture = folder === 'pictures' && isObjectKey(key) && initial === key.slice(0, 1) && deeper.length === 0;
  return isPicture || path === databaseFile || path === masterKeyFile;
}

/**
 * Reads every file of a backup again. Returns the paths of those that are missing or others, and of
 * those that are no files of this folder: a link could bring in any file of the machine.
 */
export async function findDamaged(directory: string, sums: Sums, signal: AbortSignal): Promise<string[]> {
  const damaged: string[] = [];
  const folder = await realpath(directory);
  for (const [path, sum] of sums) {
    signal.throwIfAborted();
    const found = await sumOfOwnFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
    if (found !== sum) damaged.push(path);
  }
  return damaged;
}

async function sumOfOwnFile(path: string): Promise<string | undefined> {
  const isOwn = (await realpath(path)) === path && (await stat(path)).isFile();
  return isOwn ? await sumOfFile(path) : undefined;
}

export function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function sumOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
