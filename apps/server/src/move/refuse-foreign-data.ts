import { StartupError } from '../errors/startup-error.ts';
import { countDifferentRows } from './compare-rows.ts';
import { movedTables } from './moved-tables.ts';
import type { Place } from './open-place.ts';

const batchSize = 200;

/**
 * Makes sure that the target holds nothing but what a move from this source has put there, so that
 * a move that was cut off can be run again, and nothing of others is mixed in or deleted.
 *
 * @throws StartupError `move.refused`
 */
export async function refuseForeignData(source: Place, target: Place, signal: AbortSignal): Promise<void> {
  for (const table of movedTables) {
    const count = await countDifferentRows(target.database.sql, source.database.sql, table, signal);
    if (count > 0) refuse(`its table ${table} has ${count} rows that are not those of the source`);
  }
  let keys: string[] = [];
  for await (const { key } of target.store.list()) {
    signal.throwIfAborted();
    keys.push(key);
    if (keys.length === batchSize) {
      await refuseForeignPictures(source, keys);
      keys = [];
    }
  }
  if (keys.length > 0) await refuseForeignPictures(source, keys);
}

async function refuseForeignPictures({ database }: Place, keys: readonly string[]): Promise<void> {
  const known = await database.sql.selectFrom('scans').select('picture_key').where('picture_key', 'in', keys).execute();
  // The service deletes pictures that no scan names.
  if (known.length < keys.length) refuse('it has pictures of scans that the source does not have');
}

function refuse(reason: string): never {
  throw new StartupError(
    'move.refused',
    `The target is not empty: ${reason}. Move to an empty database and bucket, or an empty data folder.`,
  );
}
