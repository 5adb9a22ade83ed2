import type { ObjectStore } from './object-store.ts';

/**
 * Puts a small cache before a store: what was stored last stays in memory until it is read once. A
 * worker usually reads a picture right after it was stored.
 *
 * @param maxBytes of all objects together; beyond it the oldest go
 */
export function keepRecentObjects(store: ObjectStore, maxBytes: number): ObjectStore {
  const recent = new Map<string, Uint8Array>();
  let held = 0;
  const take = (key: string) => {
    const bytes = recent.get(key);
    if (recent.delete(key)) held -= bytes?.length ?? 0;
    return bytes;
  };
  const keep = (key: string, bytes: Uint8Array) => {
    if (bytes.length > maxBytes) return;
    recent.set(key, bytes);
    held += bytes.length;
    for (const oldest of recent.keys()) {
      if (held <= maxBytes) break;
      take(oldest);
    }
  };
  return {
    ...store,
    put: async (key, bytes) => {
      // A copy, since the caller's array may be part of a larger one and may change.
      const copy = Uint8Array.from(bytes);
      await store.put(key, copy);
      keep(key, copy);
    },
    get: async (key) => take(key) ?? (await store.get(key)),
    delete: (key) => {
      take(key);
      return store.delete(key);
    },
  };
}
