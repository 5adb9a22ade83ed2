import { migrateDatabase, pendingMigrations } from '../database/migrate-database.ts';
import { isDatabaseMade } from '../database/open-embedded-database.ts';
import { StartupError } from '../errors/startup-error.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { countDifferentRows, countRows } from './compare-rows.ts';
import { copyCounters } from './copy-counters.ts';
import { comparePictures, copyPictures } from './copy-pictures.ts';
import type { OnCopyProgress } from './copy-progress.ts';
import { copyRows } from './copy-rows.ts';
import { movedTables } from './moved-tables.ts';
import { openPlace, type Place, type PlaceConfig, type PlaceName } from './open-place.ts';
import { refuseForeignData } from './refuse-foreign-data.ts';
import { requireMasterKeys } from './require-master-keys.ts';

/** What was counted at the end, of one table or of the pictures. */
export type MovedPart = {
  readonly name: string;
  readonly source: number;
  readonly target: number;
  /** How many of the source are missing in the target, or are not the same there. */
  readonly different: number;
};

/**
 * Copies everything that the service keeps from the data folder to servers or back: rows under
 * their ids, secrets, pictures under their keys. The source stays as it is. Unfinished scans get
 * their jobs when a worker starts on the target (`recoverAfterCrash`).
 *
 * A move that was cut off is run again: what it has put there stays.
 *
 * @param to the target; the other place is the source
 * @param onProgress hears after each picture and each page of rows how far it is
 * @returns what both sides hold, read again at the end
 * @throws StartupError `move.refused`, `config.invalid`, `keys.unusable`, `data_directory.in_use`,
 *   and what `openDatabase` and `openPictureStore` throw
 */
export async function move(
  to: PlaceName,
  config: PlaceConfig,
  signal: AbortSignal,
  onProgress: OnCopyProgress = () => undefined,
): Promise<MovedPart[]> {
  const lock = await lockDirectory(config.dataDirectory);
  try {
    if (to === 'servers') requireFolder(config.dataDirectory);
    return await withPlace(to === 'servers' ? 'folder' : 'servers', config, async (source) => {
      await requireSchema(source);
      await requireMasterKeys(config, source.database.sql);
      return await withPlace(to, config, async (target) => {
        await migrateDatabase(target.database);
        await refuseForeignData(source, target, signal);
        await copyEverything(source, target, signal, onProgress);
        return await compareEverything(source, target, signal, onProgress);
      });
    });
  } finally {
    await lock.release();
  }
}

async function withPlace<Result>(name: PlaceName, config: PlaceConfig, use: (place: Place) => Promise<Result>): Promise<Result> {
  const place = await openPlace(name, config);
  try {
    return await use(place);
  } finally {
    await place.close();
  }
}

function requireFolder(dataDirectory: string): void {
  if (isDatabaseMade(dataDirectory)) return;
  throw new StartupError('move.refused', `${dataDirectory} has no database to move. Set OCR_WEB_DATA_DIR to the folder of the service.`);
}

async function requireSchema({ database }: Place): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return;
  const sentence = `The source has not the schema of this version (${pending.join(', ')} not run).`;
  throw new StartupError('move.refused', `${sentence} If it is the right one, bring it up to date with ocr-web migrate.`);
}

/** Pictures first, as in an upload: there is never a scan without its picture. */
async function copyEverything(source: Place, target: Place, signal: AbortSignal, onProgress: OnCopyProgress): Promise<void> {
  await copyPictures(source, target, signal, onProgress);
  for (const table of movedTables) await copyRows(source.database, target.database, table, signal, onProgress);
  await copyCounters(source.database, target.database);
}

async function compareEverything(source: Place, target: Place, signal: AbortSignal, onProgress: OnCopyProgress): Promise<MovedPart[]> {
  const parts: MovedPart[] = [];
  const [before, after] = [source.database.sql, target.database.sql];
  for (const table of movedTables) {
    const different = await countDifferentRows(before, after, table, signal);
    parts.push({ name: table, source: await countRows(before, table), target: await countRows(after, table), different });
  }
  return [...parts, { name: 'pictures', ...(await comparePictures(source, target, signal, onProgress)) }];
}
