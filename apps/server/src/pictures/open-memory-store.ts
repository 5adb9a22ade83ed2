import { isObjectKey } from './object-key.ts';
import type { ObjectStore } from './object-store.ts';
import { signPictureUrl } from './sign-picture-url.ts';

/**
 * Opens a store that keeps everything in memory and nothing beyond the process.
 *
 * @param secret what addresses are signed with
 */
export function openMemoryStore(secret: Uint8Array = new Uint8Array(32)): ObjectStore {
  const objects = new Map<string, { bytes: Uint8Array; modifiedAt: Date }>();
  return {
    put: (key, bytes) => {
      if (!isObjectKey(key)) return Promise.reject(new TypeError('not an object key'));
      objects.set(key, { bytes: Uint8Array.from(bytes), modifiedAt: new Date() });
      return Promise.resolve();
    },
    get: (key) => Promise.resolve(objects.get(key)?.bytes.slice()),
    signedUrl: (key, options) =>
      isObjectKey(key) ? Promise.resolve(signPictureUrl(secret, key, options)) : Promise.reject(new TypeError('not an object key')),
    delete: (key) => {
      objects.delete(key);
      return Promise.resolve();
    },
    list: async function* () {
      for (const [key, { modifiedAt }] of objects) yield await Promise.resolve({ key, modifiedAt });
    },
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
