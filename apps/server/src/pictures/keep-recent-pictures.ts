import { ExpiringCache } from '../cache/expiring-cache.ts';
import type { RecentPicture } from './recent-pictures.ts';
import type { ObjectStore } from './stores/object-store.ts';

/** A worker that has not come for a picture by then is another process. */
const maxAgeMs = 60_000;

/**
 * Puts a small cache before a store: pictures that are stored already, as they came. A worker
 * usually reads a picture right after that, and then need neither fetch nor open it. Each is kept
 * until it is read once or deleted, and for a minute at most.
 *
 * @param maxBytes of all of them together; beyond it the oldest go
 */
export function keepRecentPictures(store: ObjectStore, maxBytes: number): ObjectStore {
  const recent = new ExpiringCache<RecentPicture>({ maxWeight: maxBytes, maxAgeMs });
  return {
    ...store,
    recent,
    delete: (key) => {
      recent.delete(key);
      return store.delete(key);
    },
  };
}
