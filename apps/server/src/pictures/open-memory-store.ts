import { checkObjectKey } from './object-key.ts';
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
    put: async (key, bytes) => {
      await Promise.resolve();
      objects.set(checkObjectKey(key), { bytes: Uint8Array.from(bytes), modifiedAt: new Date() });
    },
    get: (key) => Promise.resolve(objects.get(key)?.bytes.slice()),
    signedUrl: async (key, options) => await Promise.resolve(signPictureUrl(secret, checkObjectKey(key), options)),
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
