import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { StartupError } from '../errors/startup-error.ts';
import { toStartupError } from '../errors/to-startup-error.ts';
import { makeDirectory } from './make-directory.ts';

export type DirectoryLock = { readonly release: () => Promise<void> };

export type LockOptions = {
  /** The process that is named to whoever is kept out: the one to stop. */
  readonly mainPid?: number;
  /** How long to wait for a holder that is about to go, milliseconds. */
  readonly maxWaitMs?: number;
};

/** Between two attempts, milliseconds. */
const retryMs = 50;

/**
 * Makes the folder when it is missing and keeps every other process out of it until `release` or
 * the end of this process.
 *
 * Two servers on one folder would clear away what the other has just stored. Node offers no flock,
 * so the lock is an SQLite file with an open exclusive transaction: a kernel lock that also holds
 * between containers which share a disk, and that the kernel drops however the process ends. So
 * there is no stale lock to recognise after a kill -9.
 *
 * @throws StartupError `data_directory.in_use` that names the process which holds it; those of
 *   `toStartupError` when it cannot be written
 */
export async function lockDirectory(directory: string, { mainPid = process.pid, maxWaitMs = 0 }: LockOptions = {}): Promise<DirectoryLock> {
  const ownerFile = join(directory, 'owner.json');
  await prepareDirectory(directory);
  const lock = openLockFile(directory);
  try {
    await beginExclusively(lock, maxWaitMs);
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw toStartupError(error, directory);
    throw new StartupError('data_directory.in_use', `${directory} is in use by ${await describeOwner(ownerFile)}. ${advice}`, {
      cause: error,
    });
  }
  await writeFile(ownerFile, JSON.stringify({ pid: mainPid, host: hostname(), since: new Date().toISOString() }), { mode: 0o600 });
  return {
    release: async () => {
      await rm(ownerFile, { force: true });
      lock.close();
    },
  };
}

/** SQLITE_BUSY: another connection, here or in another process, has the lock. */
const sqliteBusy = 5;

function openLockFile(directory: string): DatabaseSync {
  try {
    return new DatabaseSync(join(directory, 'server.lock'));
  } catch (error) {
    throw toStartupError(error, directory);
  }
}

function isBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === sqliteBusy;
}

async function beginExclusively(lock: DatabaseSync, maxWaitMs: number): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      if (!isBusy(error) || waitedMs >= maxWaitMs) throw error;
    }
    await setTimeout(retryMs);
  }
}

const advice = 'One server at a time may use a data folder: stop that one, or set OCR_WEB_DATA_DIR to another folder.';

async function prepareDirectory(directory: string): Promise<void> {
  const probe = join(directory, `.probe-${randomUUID()}`);
  try {
    await makeDirectory(directory);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw toStartupError(error, directory);
  }
}

async function describeOwner(ownerFile: string): Promise<string> {
  // Only for the message: the holder may be just about to write it, or an older owner may have left
  // it.
  const text = await readFile(ownerFile, 'utf8').catch(() => '');
  const owner = /"pid":(\d+),"host":"([^"]*)","since":"([^"]*)"/.exec(text);
  return owner ? `another server (process ${owner[1]} on ${owner[2]}, since ${owner[3]})` : 'another server';
}
