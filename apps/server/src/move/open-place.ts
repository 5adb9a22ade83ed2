import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { openKeyRing } from '../crypto/key-ring.ts';
import type { KeysConfig } from '../crypto/open-keys.ts';
import type { Database } from '../database/database.ts';
import { type DatabaseConfig, openDatabase } from '../database/open-database.ts';
import { StartupError } from '../errors/startup-error.ts';
import { openPictureStore, type PictureStoreConfig } from '../pictures/open-picture-store.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { refuseOtherSessions } from './refuse-other-sessions.ts';

/** Where the data can lie: in the data folder, or on a PostgreSQL server and in a bucket. */
export type PlaceName = 'folder' | 'servers';

export type PlaceConfig = DatabaseConfig & PictureStoreConfig & KeysConfig;

/** Database and pictures that belong together. */
export type Place = {
  readonly name: PlaceName;
  readonly database: Database;
  readonly store: ObjectStore;
  readonly close: () => Promise<void>;
};

/**
 * Opens one of the two places that the settings name, for nobody else: the caller holds the lock of
 * the data folder, and no other process is connected to the database.
 *
 * @throws StartupError `config.invalid` where the settings name no servers, `move.refused` while
 *   others use them, and what `openDatabase` and `openPictureStore` throw
 */
export async function openPlace(name: PlaceName, config: PlaceConfig): Promise<Place> {
  const application = `ocr-web move ${randomUUID()}`;
  const settings = name === 'folder' ? inFolder(config) : onServers(config, application);
  const database = await openDatabase(settings, pino({ level: 'silent' }));
  try {
    if (database.engine === 'postgres') await refuseOtherSessions(database.sql, application);
    // Nobody asks for the address of a picture here, which is what the secret is for.
    const store = await openPictureStore(settings, { pictureSecret: new Uint8Array(), ring: openKeyRing(undefined) });
    const close = async () => {
      await store.close();
      await database.close();
    };
    return { name, database, store, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function inFolder(config: PlaceConfig): PlaceConfig {
  return { ...config, databaseUrl: undefined, s3Bucket: undefined };
}

function onServers(config: PlaceConfig, application: string): PlaceConfig {
  const { databaseUrl, s3Bucket } = config;
  if (databaseUrl === undefined || s3Bucket === undefined)
    throw new StartupError('config.invalid', 'A move needs the servers: set DATABASE_URL, OCR_WEB_S3_BUCKET and what belongs to them.');
  const named = new URL(databaseUrl);
  named.searchParams.set('application_name', application);
  return { ...config, databaseUrl: named.href };
}
