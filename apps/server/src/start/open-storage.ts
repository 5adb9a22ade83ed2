import type { Logger } from 'pino';
import type { Config } from '../config/settings.ts';
import { type Keys, openKeys } from '../crypto/open-keys.ts';
import type { Database } from '../database/database.ts';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openDatabase } from '../database/open-database.ts';
import { type FreeSpace, watchFreeSpace } from '../files/watch-free-space.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { keepRecentPictures } from '../pictures/keep-recent-pictures.ts';
import { openPictureStore } from '../pictures/open-picture-store.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { observeStore } from '../pictures/stores/observe-store.ts';
import type { Closers } from './closers.ts';

/** A few dozen pictures: as many as wait while readers keep up. */
const recentBytes = 16 * 1024 * 1024;

type StorageObservers = Pick<Metrics, 'recordDatabaseCall' | 'recordStoreCall'>;

/** What outlives the process. */
export type Storage = {
  readonly database: Database;
  readonly store: ObjectStore;
  /** What seals and opens all that is stored. */
  readonly keys: Keys;
  readonly space: FreeSpace;
};

/**
 * Opens database and pictures, where the settings say: on servers, or in the data folder, whose
 * lock the caller holds then.
 *
 * @param observers hear of every call of database and pictures
 * @throws StartupError what `openDatabase`, `openKeys` and `openPictureStore` throw
 */
export async function openStorage(config: Config, logger: Logger, closers: Closers, observers?: StorageObservers): Promise<Storage> {
  const database = await openDatabase(config, logger, observers?.recordDatabaseCall);
  closers.add('database', database.close);
  await migrateDatabase(database);
  const keys = await openKeys(config, database.sql);
  const opened = await openPictureStore(config, keys);
  const observed = observers ? observeStore(opened, observers.recordStoreCall) : opened;
  // Beside workers nobody would come for them, and in memory they are already in strict mode.
  const store = config.strict || config.role === 'api' ? observed : keepRecentPictures(observed, recentBytes);
  closers.add('pictures', store.close);
  // Space on servers is for whoever runs them to watch.
  const isLocal = database.engine === 'sqlite' || config.s3Bucket === undefined;
  const space = await watchFreeSpace(config.dataDirectory, isLocal ? config.minFreeMib * 1_048_576 : 0);
  closers.add('space', () => Promise.resolve(space.close()));
  return { database, store, keys, space };
}
