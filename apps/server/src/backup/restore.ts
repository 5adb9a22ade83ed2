import { copyFile, mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Config } from '../config/settings.ts';
import { openKeyRing } from '../crypto/key-ring.ts';
import { readMasterKeyFile, writeMasterKeyFile } from '../crypto/master-key-file.ts';
import { masterKeyFileOf } from '../crypto/open-keys.ts';
import { isDatabaseMade } from '../database/open-embedded-database.ts';
import { StartupError } from '../errors/startup-error.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { syncPath } from '../files/sync-path.ts';
import { openPictureStore } from '../pictures/open-picture-store.ts';
import { openDiskStore } from '../pictures/stores/open-disk-store.ts';
import { type BackupLabel, masterKeyFile, readLabel } from './backup-label.ts';
import { findDamaged, readSums, type Sums } from './check-sums.ts';
import { databaseFile } from './copy-database.ts';

/**
 * Puts a backup into a data folder that has no database yet. The database comes last, under its
 * name only when it is whole: a restore that was cut off is run again.
 *
 * @throws StartupError `backup.refused` for a backup that is not whole or damaged and for a folder
 *   in use, `keys.unusable` where its master key is not known here
 */
export async function restore(config: Config, directory: string, signal: AbortSignal): Promise<BackupLabel> {
  if (config.databaseUrl !== undefined)
    throw new StartupError('backup.refused', 'A backup is restored into a data folder: take DATABASE_URL away, then ocr-web move.');
  const backup = resolve(directory);
  const label = await readLabel(backup);
  const sums = await readSums(backup, label);
  const damaged = await findDamaged(backup, sums, signal);
  if (damaged.length > 0)
    throw new StartupError('backup.refused', `${damaged.length} files of the backup are missing or damaged, such as ${damaged[0]}.`);
  const lock = await lockDirectory(config.dataDirectory);
  try {
    if (isDatabaseMade(config.dataDirectory))
      throw new StartupError('backup.refused', `${config.dataDirectory} has a database already. Name another folder in OCR_WEB_DATA_DIR.`);
    await restoreKeys(config, backup, label);
    await restorePictures(config, backup, sums, signal);
    await restoreDatabase(config.dataDirectory, backup);
    return label;
  } finally {
    await lock.release();
  }
}

async function restoreKeys(config: Config, backup: string, { master_key_ids: needed, has_master_key }: BackupLabel): Promise<void> {
  const file = masterKeyFileOf(config) as string;
  const known = config.masterKey ?? readMasterKeyFile(file) ?? [];
  const missing = needed.filter((id) => !known.some((key) => key.id === id));
  if (missing.length === 0) return;
  const inBackup = has_master_key ? (readMasterKeyFile(join(backup, masterKeyFile)) ?? []) : [];
  const brought = inBackup.filter(({ id }) => missing.includes(id));
  if (config.masterKey === undefined && brought.length === missing.length) {
    await writeMasterKeyFile(file, [...known, ...brought]);
    return;
  }
  const place = config.masterKey === undefined ? file : 'OCR_WEB_MASTER_KEY';
  throw new StartupError(
    'keys.unusable',
    `The backup was sealed under the master key ${missing[0]}, which is not in ${place}. Put it there first.`,
  );
}

async function restorePictures(config: Config, backup: string, sums: Sums, signal: AbortSignal): Promise<void> {
  const source = await openDiskStore(join(backup, 'pictures'), new Uint8Array());
  const target = await openPictureStore(config, { pictureSecret: new Uint8Array(), ring: openKeyRing(undefined) });
  try {
    for (const key of [...sums.keys()].filter((path) => path.startsWith('pictures/')).map((path) => basename(path))) {
      signal.throwIfAborted();
      const bytes = await source.get(key);
      if (!bytes) throw new StartupError('backup.refused', 'A picture of the backup was taken away.');
      // What a restore that was cut off has left may be half of it.
      await target.delete(key);
      await target.put(key, bytes);
    }
  } finally {
    await target.close();
    await source.close();
  }
}

async function restoreDatabase(dataDirectory: string, backup: string): Promise<void> {
  const target = join(dataDirectory, databaseFile);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await copyFile(join(backup, databaseFile), `${target}.restoring`);
  await syncPath(`${target}.restoring`);
  await rename(`${target}.restoring`, target);
  for (const folder of [dirname(target), dataDirectory]) await syncPath(folder);
}
