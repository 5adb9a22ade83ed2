import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pendingMigrations } from '../database/migrate-database.ts';
import { isDatabaseMade, openEmbeddedDatabase } from '../database/open-embedded-database.ts';
import { isStartupError } from '../errors/startup-error.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { checkDirectory } from '../pictures/stores/open-disk-store.ts';

/** What is found in a data folder. Reasons are sentences for the operator. */
export type StorageReport =
  /** `parent` is the nearest folder that exists; the first start makes the others. */
  | { readonly state: 'not_made'; readonly parent: string; readonly isWritable: boolean }
  | { readonly state: 'in_use'; readonly reason: string }
  | { readonly state: 'unusable'; readonly reason: string }
  | {
      readonly state: 'free';
      readonly freeBytes: number;
      readonly database: { readonly isMade: false } | { readonly isMade: true; readonly pendingMigrations: readonly string[] } | Failure;
      readonly pictures: { readonly isMade: boolean } | Failure;
    };
type Failure = { readonly reason: string };

/**
 * Looks into a data folder as a start would, makes nothing in it and changes nothing: what is to be
 * migrated stays as it is.
 */
export async function examineStorage(dataDirectory: string): Promise<StorageReport> {
  const existing = await nearestFolder(dataDirectory);
  if (existing !== dataDirectory) return { state: 'not_made', parent: existing, isWritable: await isWritable(existing) };
  try {
    const lock = await lockDirectory(dataDirectory);
    try {
      const { bavail, bsize } = await statfs(dataDirectory);
      const pictures = await orReason(() => examinePictures(join(dataDirectory, 'pictures')));
      return { state: 'free', freeBytes: bavail * bsize, database: await orReason(() => examineDatabase(dataDirectory)), pictures };
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (!isStartupError(error)) throw error;
    return { state: error.code === 'data_directory.in_use' ? 'in_use' : 'unusable', reason: error.message };
  }
}

async function examineDatabase(dataDirectory: string) {
  if (!isDatabaseMade(dataDirectory)) return { isMade: false } as const;
  const database = await openEmbeddedDatabase(dataDirectory);
  try {
    return { isMade: true, pendingMigrations: await pendingMigrations(database) } as const;
  } finally {
    await database.close();
  }
}

async function examinePictures(directory: string): Promise<{ isMade: boolean }> {
  if (!(await exists(directory))) return { isMade: false };
  await checkDirectory(directory);
  return { isMade: true };
}

async function orReason<Result>(work: () => Promise<Result>): Promise<Result | Failure> {
  try {
    return await work();
  } catch (error) {
    return { reason: (error as Error).message };
  }
}

async function nearestFolder(folder: string): Promise<string> {
  return (await exists(folder)) || dirname(folder) === folder ? folder : await nearestFolder(dirname(folder));
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

async function isWritable(folder: string): Promise<boolean> {
  return await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
