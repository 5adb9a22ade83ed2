import { ServiceError } from '../../errors/service-error.ts';
import { signPictureUrl } from '../sign-picture-url.ts';
import { checkObjectKey } from './object-key.ts';
import type { ObjectStore } from './object-store.ts';

/**
 * Opens a store that keeps everything in memory and nothing beyond the process.
 *
 * @param secret what addresses are signed with
 * @param maxBytes of all objects together; `put` beyond it throws ServiceError `queue.full`
 */
export function openMemoryStore(secret: Uint8Array = new Uint8Array(32), maxBytes = Number.POSITIVE_INFINITY): ObjectStore {
  const objects = new Map<string, { bytes: Uint8Array; modifiedAt: Date }>();
  let held = 0;
  return {
    put: async (key, bytes) => {
      await Promise.resolve();
      if (held + bytes.length > maxBytes) throw full();
      held += bytes.length - (objects.get(key)?.bytes.length ?? 0);
      objects.set(checkObjectKey(key), { bytes: Uint8Array.from(bytes), modifiedAt: new Date() });
    },
    get: (key) => Promise.resolve(objects.get(key)?.bytes.slice()),
    signedUrl: async (key, options) => await Promise.resolve(signPictureUrl(secret, checkObjectKey(key), options)),
    delete: (key) => {
      held -= objects.get(key)?.bytes.length ?? 0;
      objects.delete(key);
      return Promise.resolve();
    },
    list: async function* () {
      for (const [key, { modifiedAt }] of objects) yield await Promise.resolve({ key, modifiedAt: () => Promise.resolve(modifiedAt) });
    },
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function full(): ServiceError {
  const retryAfterSeconds = 5;
  return new ServiceError('queue.full', `Request was throttled. Expected available in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });
}
