import { expect, test } from 'vitest';
import { ownAddressReader } from '../../test/read-own-address.ts';
import { testKeys } from '../../test/test-keys.ts';
import { keepRecentPictures } from './keep-recent-pictures.ts';
import { readPictureOf, sealPicture } from './sealed-pictures.ts';
import { describeObjectStore } from './stores/object-store.contract.ts';
import { openMemoryStore } from './stores/open-memory-store.ts';

const secret = Buffer.alloc(32, 7);
const ownerId = '00000000-0000-4000-8000-000000000001';

describeObjectStore(
  'store with a cache',
  () => Promise.resolve(keepRecentPictures(openMemoryStore(secret), 1_000_000)),
  ownAddressReader(secret),
);

/** A store that notes which objects are fetched from it. */
function openNoted(maxBytes: number) {
  const fetched: string[] = [];
  const below = openMemoryStore();
  const get = (key: string) => {
    fetched.push(key);
    return below.get(key);
  };
  return { below, fetched, pictures: { store: keepRecentPictures({ ...below, get }, maxBytes), ...testKeys } };
}

async function storePicture(pictures: ReturnType<typeof openNoted>['pictures'], bytes: Uint8Array) {
  const { picture, store } = await sealPicture(pictures, ownerId, { bytes, mediaType: 'image/png' });
  await store();
  return { ownerId, pictureKey: picture.pictureKey, pictureDataKey: picture.dataKey };
}

test('a picture is read from memory once, the oldest go when there are too many, and a deleted one is gone', async () => {
  const { fetched, pictures } = openNoted(20);
  const scans = [];
  for (const value of [0, 1, 2]) scans.push(await storePicture(pictures, new Uint8Array(10).fill(value)));
  const values = [];
  for (const scan of [...scans, scans[2]!]) values.push([...(await readPictureOf(pictures, scan))!]);
  expect([values.map(([value]) => value), fetched]).toEqual([
    [0, 1, 2, 2],
    [scans[0]!.pictureKey, scans[2]!.pictureKey],
  ]);
  const deleted = await storePicture(pictures, Uint8Array.of(7));
  await pictures.store.delete(deleted.pictureKey);
  expect(await readPictureOf(pictures, deleted)).toBeUndefined();
});

test('what comes from memory is what came, whatever becomes of the memory that it was in', async () => {
  const { pictures } = openNoted(1_000_000);
  const body = Buffer.from('head and picture and tail');
  const scan = await storePicture(pictures, body.subarray(9, 16));
  body.fill(0);
  expect(Buffer.from((await readPictureOf(pictures, scan))!).toString()).toBe('picture');
});

test('memory opens a picture to nobody to whom the store would not', async () => {
  const { pictures } = openNoted(1_000_000);
  const scan = await storePicture(pictures, Uint8Array.of(1));
  const other = await storePicture(pictures, Uint8Array.of(2));
  await expect(readPictureOf(pictures, { ...scan, ownerId: '00000000-0000-4000-8000-000000000002' })).rejects.toThrow();
  await expect(readPictureOf(pictures, { ...scan, pictureDataKey: other.pictureDataKey })).rejects.toThrow();
});

test('what could not be stored is not in memory either', async () => {
  const { below, pictures } = openNoted(1_000_000);
  const broken = { ...pictures, store: keepRecentPictures({ ...below, put: () => Promise.reject(new Error('full')) }, 1_000_000) };
  const { picture, store } = await sealPicture(broken, ownerId, { bytes: Uint8Array.of(1), mediaType: 'image/png' });
  await expect(store()).rejects.toThrow('full');
  expect(await readPictureOf(broken, { ownerId, pictureKey: picture.pictureKey, pictureDataKey: picture.dataKey })).toBeUndefined();
});
