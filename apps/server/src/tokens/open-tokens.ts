import { join } from 'node:path';
import { ensureSecret } from '../crypto/ensure-secret.ts';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openEmbeddedDatabase } from '../database/open-embedded-database.ts';
import { isStartupError } from '../errors/startup-error.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { openDiskStore } from '../pictures/open-disk-store.ts';
import { tokensThroughSocket } from './call-token-socket.ts';
import { tokenSocketPath } from './token-socket-path.ts';
import { type Tokens, tokensOf } from './tokens.ts';

export type OpenTokens = Tokens & { readonly close: () => Promise<void> };

/**
 * Opens the tokens of a data folder: directly, or through the server that runs on it.
 *
 * @throws StartupError `data_directory.unusable`, or `data_directory.in_use` when a server holds
 *   the folder but cannot be asked
 */
export async function openTokens(dataDirectory: string): Promise<OpenTokens> {
  try {
    return await openDirectly(dataDirectory);
  } catch (error) {
    const socketPath = tokenSocketPath(dataDirectory);
    if (!isStartupError(error) || error.code !== 'data_directory.in_use' || socketPath === undefined) throw error;
    return { ...tokensThroughSocket(socketPath), close: () => Promise.resolve() };
  }
}

async function openDirectly(dataDirectory: string): Promise<OpenTokens> {
  const lock = await lockDirectory(dataDirectory);
  try {
    const database = await openEmbeddedDatabase(dataDirectory);
    await migrateDatabase(database);
    const store = await openDiskStore(join(dataDirectory, 'pictures'), await ensureSecret(database.sql, 'picture urls'));
    const close = async () => {
      await store.close();
      await database.close();
      await lock.release();
    };
    return { ...tokensOf(database.sql, store), close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
