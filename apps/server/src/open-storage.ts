import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Closers } from './closers.ts';
import type { Config } from './config/settings.ts';
import { ensureSecret } from './crypto/ensure-secret.ts';
import type { Database } from './database/database.ts';
import { migrateDatabase } from './database/migrate-database.ts';
import { openEmbeddedDatabase } from './database/open-embedded-database.ts';
import { type FreeSpace, watchFreeSpace } from './files/watch-free-space.ts';
import { keepRecentObjects } from './pictures/keep-recent-objects.ts';
import type { ObjectStore } from './pictures/object-store.ts';
import { openDiskStore } from './pictures/open-disk-store.ts';

/** A few dozen pictures: as many as wait while readers keep up. */
const recentBytes = 16 * 1024 * 1024;

/** What outlives the process. */
export type Storage = {
  readonly database: Database;
  readonly store: ObjectStore;
  /** What the store's addresses are signed with. */
  readonly pictureSecret: Uint8Array;
  readonly space: FreeSpace;
};

/** Opens what lies in the data folder, whose lock the caller holds. */
export async function openStorage(config: Config, logger: Logger, closers: Closers): Promise<Storage> {
  const database = await openEmbeddedDatabase(config.dataDirectory, {
    // Whatever was acknowledged is on the disk, or the disk has lost it: nothing that is still to
    // come would be true.
    onFault: (error) => {
      logger.fatal({ err: error }, 'the database is beyond use');
      process.exit(1);
    },
  });
  closers.add('database', database.close);
  await migrateDatabase(database);
  const pictureSecret = await ensureSecret(database.sql, 'picture urls');
  const store = keepRecentObjects(await openDiskStore(join(config.dataDirectory, 'pictures'), pictureSecret), recentBytes);
  closers.add('pictures', store.close);
  const space = await watchFreeSpace(config.dataDirectory, config.minFreeMib * 1_048_576);
  closers.add('space', () => Promise.resolve(space.close()));
  return { database, store, pictureSecret, space };
}
