import { lstatSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config/settings.ts';
import { sealedSecretKeyIds } from '../crypto/ensure-secret.ts';
import { openKeyRing } from '../crypto/key-ring.ts';
import { readMasterKeyFile, writeMasterKeyFile } from '../crypto/master-key-file.ts';
import { masterKeyFileOf } from '../crypto/open-keys.ts';
import { StartupError } from '../errors/startup-error.ts';
import { makeDirectory } from '../files/make-directory.ts';
import { syncPath } from '../files/sync-path.ts';
import { openPictureStore } from '../pictures/open-picture-store.ts';
import { openDiskStore } from '../pictures/stores/open-disk-store.ts';
import { type BackupLabel, labelFile, masterKeyFile } from './backup-label.ts';
import { findDamaged, renderSums, sumOfFile, sumsFile } from './check-sums.ts';
import { copyDatabase, databaseFile } from './copy-database.ts';
import { type CopiedPictures, copyKeptPictures } from './copy-kept-pictures.ts';

export type BackupOptions = {
  /** Puts the master key into the backup, which whoever finds it can then read. */
  readonly withMasterKey: boolean;
  readonly onCopied: (copied: Readonly<CopiedPictures>) => void;
  readonly signal: AbortSignal;
};

/**
 * Copies the embedded database and its pictures into a new folder, also while the service runs. It
 * has everything as it was at one moment, and stays sealed.
 *
 * The folder has its name only once it is whole and was read again: until then it ends in
 * `.partial`, and one that was cut off is made anew; a folder of somebody else stays as it is.
 *
 * @throws StartupError `backup.refused`, and what `openPictureStore` throws
 */
export async function backUp(config: Config, directory: string, options: BackupOptions): Promise<BackupLabel> {
  const target = resolve(directory);
  refuse(config, target);
  const partial = `${target}.partial`;
  await refuseOthersFolder(partial);
  if (isThere(partial)) await rm(partial, { recursive: true, force: true });
  await makeDirectory(partial).catch((cause: NodeJS.ErrnoException) => {
    throw new StartupError('backup.refused', `${partial} cannot be made (${cause.code}).`, { cause });
  });
  const sums = new Map<string, string>();
  const label = await copyEverything(config, partial, sums, options);
  if (options.withMasterKey) await writeKeys(config, partial);
  for (const path of [databaseFile, ...(options.withMasterKey ? [masterKeyFile] : [])])
    sums.set(path, await sumOfFile(join(partial, path)));
  const damaged = await findDamaged(partial, sums, options.signal);
  if (damaged.length > 0) throw new StartupError('backup.refused', `${damaged.length} files of the copy are not what was copied.`);
  await writeDurably(join(partial, sumsFile), renderSums(sums));
  await writeDurably(join(partial, labelFile), `${JSON.stringify(label, null, 2)}\n`);
  for (const folder of [join(partial, 'database'), partial]) await syncPath(folder);
  await rename(partial, target);
  await syncPath(dirname(target));
  return label;
}

function refuse({ databaseUrl, dataDirectory }: Config, target: string): void {
  if (databaseUrl !== undefined)
    throw new StartupError('backup.refused', 'With DATABASE_URL the server makes the backup: see docs/deployment.md.');
  if (isThere(target)) throw new StartupError('backup.refused', `${target} is there already: name a folder that is not.`);
  if (`${target}/`.startsWith(`${resolve(dataDirectory)}/`))
    throw new StartupError('backup.refused', `${target} lies in the data folder: a backup belongs elsewhere, best on another disk.`);
}

/** Also a link that leads nowhere: no folder can take its name. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What lies beneath a file, or where nobody may look, cannot be made either, which is told
    // then.
    return false;
  }
}

const ownFiles = [dirname(databaseFile), 'pictures', masterKeyFile, sumsFile, labelFile];

async function refuseOthersFolder(partial: string): Promise<void> {
  if (!isThere(partial)) return;
  const names = lstatSync(partial).isDirectory() ? await readdir(partial) : undefined;
  if (names?.every((name) => ownFiles.includes(name))) return;
  throw new StartupError('backup.refused', `${partial} is in the way, and no backup that was cut off: name another folder.`);
}

async function copyEverything(
  config: Config,
  partial: string,
  sums: Map<string, string>,
  { withMasterKey, onCopied, signal }: BackupOptions,
): Promise<BackupLabel> {
  const source = await openPictureStore(config, { pictureSecret: new Uint8Array(), ring: openKeyRing(undefined) });
  const target = await openDiskStore(join(partial, 'pictures'), new Uint8Array());
  try {
    const database = await copyDatabase(config.dataDirectory, partial);
    try {
      const taken_at = new Date().toISOString();
      const copied = await copyKeptPictures({ database, source, target, sums }, onCopied, signal);
      const master_key_ids = await sealedSecretKeyIds(database.sql);
      const { scans, pictures, bytes: picture_bytes, deletedMeanwhile: deleted_meanwhile } = copied;
      return { version: 1, taken_at, scans, pictures, picture_bytes, deleted_meanwhile, master_key_ids, has_master_key: withMasterKey };
    } finally {
      await database.close();
    }
  } finally {
    await target.close();
    await source.close();
  }
}

async function writeKeys(config: Config, partial: string): Promise<void> {
  const file = masterKeyFileOf(config);
  const keys = config.masterKey ?? (file === undefined ? undefined : readMasterKeyFile(file));
  if (!keys) throw new StartupError('backup.refused', 'There is no master key to put into the backup.');
  await writeMasterKeyFile(join(partial, masterKeyFile), keys);
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
