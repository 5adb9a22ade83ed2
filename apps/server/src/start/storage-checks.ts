import type { Storage } from './open-storage.ts';

/** What has to work before this process is ready. Each rejects where it does not. */
export function storageChecks({ database, store, space }: Storage) {
  return {
    database: (): Promise<unknown> => database.sql.selectFrom('scans').select('id').limit(1).execute(),
    pictures: store.check,
    space: async (): Promise<void> => {
      if (await space.check()) throw new Error('space is low');
    },
  };
}
