import { pino } from 'pino';
import { type KeysConfig, openKeys } from '../crypto/open-keys.ts';
import { migrateDatabase } from '../database/migrate-database.ts';
import { type DatabaseConfig, openDatabase } from '../database/open-database.ts';
import { isStartupError } from '../errors/startup-error.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { openPictureStore, type PictureStoreConfig } from '../pictures/open-picture-store.ts';
import { tokensThroughSocket } from './socket/call-token-socket.ts';
import { tokenSocketPath } from './socket/token-socket-path.ts';
import { type Tokens, tokensOf } from './tokens.ts';

export type OpenTokens = Tokens & { readonly close: () => Promise<void> };

type TokensConfig = DatabaseConfig & PictureStoreConfig & KeysConfig;

/**
 * Opens the tokens of a service: those of a PostgreSQL server directly, those in a data folder
 * directly or through the service that runs on it.
 *
 * @throws StartupError `data_directory.unusable`, `database.unusable`, `keys.unusable`,
 *   `pictures.unusable`, or `data_directory.in_use` when a service holds the folder but cannot be
 *   asked
 */
export async function openTokens(config: TokensConfig): Promise<OpenTokens> {
  if (config.databaseUrl !== undefined) return await openDirectly(config);
  try {
    return await openFolder(config);
  } catch (error) {
    const socketPath = tokenSocketPath(config.dataDirectory);
    if (!isStartupError(error) || error.code !== 'data_directory.in_use' || socketPath === undefined) throw error;
    return { ...tokensThroughSocket(socketPath), close: () => Promise.resolve() };
  }
}

async function openFolder(config: TokensConfig): Promise<OpenTokens> {
  const lock = await lockDirectory(config.dataDirectory);
  try {
    const tokens = await openDirectly(config);
    const close = async () => {
      await tokens.close();
      await lock.release();
    };
    return { ...tokens, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openDirectly(config: TokensConfig): Promise<OpenTokens> {
  const database = await openDatabase(config, pino({ level: 'silent' }));
  try {
    await migrateDatabase(database);
    const keys = await openKeys(config, database.sql);
    const store = await openPictureStore(config, keys);
    const close = async () => {
      await store.close();
      await database.close();
    };
    return { ...tokensOf(database.sql, store, keys.ring, database.now), close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
