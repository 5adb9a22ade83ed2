import { describe, expect, test } from 'vitest';
import { createObjectKey } from './object-key.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';

/** Reads what a signed address gives now; undefined where it gives nothing. */
type ReadAddress = (store: ObjectStore, address: string) => Promise<Uint8Array | undefined>;

/** What every adapter of the object store does alike. */
export function describeObjectStore(name: string, open: () => Promise<ObjectStore>, readAddress: ReadAddress): void {
  describe(name, () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
    const listObjects = async (store: ObjectStore) => {
      const objects: StoredObject[] = [];
      for await (const object of store.list()) objects.push(object);
      return objects;
    };
    const listKeys = async (store: ObjectStore) => (await listObjects(store)).map(({ key }) => key).sort();

    test('gives back the bytes that were put', async () => {
      const store = await open();
      const key = createObjectKey();
      await store.put(key, bytes);
      expect(Buffer.from((await store.get(key))!).equals(bytes)).toBe(true);
    });

    test('keeps its own copy', async () => {
      const store = await open();
      const [key, mine] = [createObjectKey(), Uint8Array.of(1, 2, 3)];
      await store.put(key, mine);
      mine[0] = 9;
      expect([...(await store.get(key))!]).toEqual([1, 2, 3]);
    });

    test('has nothing under an unknown key, and deleting it is no error', async () => {
      const store = await open();
      const key = createObjectKey();
      await store.delete(key);
      expect(await store.get(key)).toBeUndefined();
    });

    test('lists what is there, and no longer what was deleted', async () => {
      const store = await open();
      const keys = [createObjectKey(), createObjectKey(), createObjectKey()].sort();
      for (const key of keys) await store.put(key, bytes);
      expect(await listKeys(store)).toEqual(keys);
      await store.delete(keys[1]!);
      expect(await listKeys(store)).toEqual([keys[0], keys[2]]);
      expect(await store.get(keys[1]!)).toBeUndefined();
    });

    test('signs an address that gives the bytes until it expires, to whoever has it', async () => {
      const store = await open();
      const key = createObjectKey();
      await store.put(key, bytes);
      const isReadAfter = async (seconds: number) => {
        const address = await store.signedUrl(key, { expiresInSeconds: 90, now: new Date(Date.now() - seconds * 1000) });
        const read = await readAddress(store, address);
        return read !== undefined && Buffer.from(read).equals(bytes);
      };
      expect([await isReadAfter(0), await isReadAfter(60), await isReadAfter(92)]).toEqual([true, true, false]);
    });

    test('signs for one object and one lifetime', async () => {
      const store = await open();
      const [key, other] = [createObjectKey(), createObjectKey()];
      for (const each of [key, other]) await store.put(each, bytes);
      const address = await store.signedUrl(key, { expiresInSeconds: 90, now: new Date() });
      for (const altered of [address.replace(key, other), address.replace('=90&', '=91&')]) {
        expect(altered).not.toBe(address);
        expect(await readAddress(store, altered)).toBeUndefined();
      }
    });

    test('says when an object was stored', async () => {
      const store = await open();
      const before = Date.now();
      await store.put(createObjectKey(), bytes);
      const [object] = await listObjects(store);
      // File systems keep time in steps of their own.
      expect(Math.abs((await object!.modifiedAt())!.getTime() - before)).toBeLessThan(10_000);
    });

    test.each(['', '../../../etc/passwd', 'a/b', `${'a'.repeat(42)}/`, 'a'.repeat(44)])('refuses %j as a key', async (key) => {
      const store = await open();
      await expect(async () => store.put(key, bytes)).rejects.toThrow(TypeError);
      await expect(store.signedUrl(key, { expiresInSeconds: 90, now: new Date() })).rejects.toThrow(TypeError);
      expect(await listKeys(store)).toEqual([]);
    });

    test('says that it works', async () => {
      await expect((await open()).check()).resolves.toBeUndefined();
    });
  });
}
