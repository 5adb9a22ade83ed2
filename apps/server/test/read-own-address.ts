import { verifyPictureUrl } from '../src/pictures/sign-picture-url.ts';
import type { ObjectStore } from '../src/pictures/stores/object-store.ts';

/**
 * Makes what reads an address of this service's own, as its route does; undefined for one that is
 * altered or has expired.
 */
export function ownAddressReader(secret: Uint8Array) {
  return async (store: ObjectStore, address: string): Promise<Uint8Array | undefined> => {
    const { pathname, searchParams } = new URL(address, 'http://service.test');
    const key = pathname.replace('/pictures/', '');
    const isValid = verifyPictureUrl(secret, key, Object.fromEntries(searchParams), new Date()) === 'valid';
    return isValid ? await store.get(key) : undefined;
  };
}
