import { pino } from 'pino';
import { migrateDatabase } from '../database/migrate-database.ts';
import { type DatabaseConfig, openDatabase } from '../database/open-database.ts';
import { isStartupError, StartupError } from '../errors/startup-error.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { askService } from '../tokens/socket/call-token-socket.ts';
import { tokenSocketPath } from '../tokens/socket/token-socket-path.ts';
import { UnknownMasterKeyError } from './key-wrapper.ts';
import { readMasterKeyFile, writeMasterKeyFile } from './master-key-file.ts';
import { createMasterKeyText, type MasterKey, parseMasterKeys } from './master-keys.ts';
import { type KeysConfig, masterKeyFileOf, openKeys } from './open-keys.ts';
import { type Rewrapped, rewrapRows } from './rewrap-rows.ts';

export type RotatedKeys = Rewrapped & {
  /** The ids of the keys that nothing is sealed under any more. */
  readonly unused: readonly string[];
  /** Where the keys lie; null where the settings hold them. */
  readonly file: string | null;
};

/**
 * Puts everything that is stored under another master key: a new one where the keys lie in a file,
 * the first of `OCR_WEB_MASTER_KEY` where the settings hold them. A service that runs on the data
 * folder does it itself, and goes on meanwhile.
 *
 * Keys in a file are replaced in three steps, each of which a kill may end: the new key comes
 * first, everything is wrapped again, the old keys go.
 *
 * @throws StartupError what `openKeys` and `openDatabase` throw, `config.invalid` where nothing is
 *   sealed
 */
export async function rotateKeys(config: KeysConfig & DatabaseConfig): Promise<RotatedKeys> {
  if (config.encryption === 'off') throw new StartupError('config.invalid', 'OCR_WEB_ENCRYPTION is off: there are no keys to rotate.');
  const file = config.masterKey === undefined ? masterKeyFileOf(config) : undefined;
  if (file === undefined)
    return { ...(await rewrapThere(config)), unused: (config.masterKey ?? []).slice(1).map(({ id }) => id), file: null };
  const old = readMasterKeyFile(file);
  if (!old) throw new StartupError('keys.unusable', `There is no file of master keys at ${file}. The first start makes it.`);
  const [first] = parseMasterKeys(createMasterKeyText()) as [MasterKey];
  await writeMasterKeyFile(file, [first, ...old]);
  const rewrapped = await rewrapThere(config);
  await writeMasterKeyFile(file, [first]);
  return { ...rewrapped, unused: old.map(({ id }) => id), file };
}

/** A service with a million rows takes minutes. */
const rewrapSeconds = 1800;

/** Here, or by the service that holds the data folder. */
async function rewrapThere(config: KeysConfig & DatabaseConfig): Promise<Rewrapped> {
  if (config.databaseUrl !== undefined) return await rewrapHere(config);
  try {
    const lock = await lockDirectory(config.dataDirectory);
    try {
      return await rewrapHere(config);
    } finally {
      await lock.release();
    }
  } catch (error) {
    const socketPath = tokenSocketPath(config.dataDirectory);
    if (!isStartupError(error) || error.code !== 'data_directory.in_use' || socketPath === undefined) throw error;
    return await askService<Rewrapped>(socketPath, 'POST', '/keys/rewrap', undefined, rewrapSeconds);
  }
}

async function rewrapHere(config: KeysConfig & DatabaseConfig): Promise<Rewrapped> {
  const database = await openDatabase(config, pino({ level: 'silent' }));
  try {
    await migrateDatabase(database);
    return await rewrapRows(database.sql, (await openKeys(config, database.sql)).ring);
  } catch (error) {
    if (error instanceof UnknownMasterKeyError)
      throw new StartupError('keys.unusable', `${error.message} Nothing of it can be rotated.`, { cause: error });
    throw error;
  } finally {
    await database.close();
  }
}
