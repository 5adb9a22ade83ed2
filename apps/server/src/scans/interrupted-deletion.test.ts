import { beforeEach, expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { submitDeps } from '../../test/submit-deps.ts';
import { testKeys } from '../../test/test-keys.ts';
import { onePixelPng } from '../../test/uploads/pictures.ts';
import { expiry } from '../audit/record-audit-event.ts';
import { deleteBatch } from '../batches/delete-batch.ts';
import { openBatchIntake } from '../batches/intake/batch-intake.ts';
import { submitBatch } from '../batches/submit-batch.ts';
import { deleteOrphanPictures } from '../maintenance/delete-orphan-pictures.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { openMemoryStore } from '../pictures/stores/open-memory-store.ts';
import { deleteScan } from './delete-scan.ts';
import { submitScan } from './submission/submit-scan.ts';

const ownerId = '00000000-0000-4000-8000-000000000001';
const now = new Date();

const opened = useTestDatabase();
let store: ObjectStore;
beforeEach(async () => {
  for (const table of ['scans', 'batches'] as const) await opened.database.sql.deleteFrom(table).execute();
  store = openMemoryStore();
});

const deps = () => submitDeps(opened, store);
const submit = () => submitScan(deps(), { actor: 'operator', ownerId, bytes: onePixelPng, mediaType: 'image/png', now });
async function submitTwo(): Promise<number> {
  const intake = openBatchIntake({ store, keys: testKeys.keys }, ownerId, { maxBytes: 1000, maxPixels: 1000 });
  for (const name of ['1.png', '2.png']) await intake.take({ name, bytes: onePixelPng });
  await intake.settled();
  const fingerprint = intake.takeFingerprint(null);
  return (await submitBatch(deps(), { actor: 'operator', ownerId, files: intake.files, reference: null, key: undefined, fingerprint, now }))
    .batch.id;
}
const scanKeys = async () => (await opened.database.sql.selectFrom('scans').select('picture_key').execute()).map((row) => row.picture_key);
const pictureKeys = async () => (await collect(store.list())).map(({ key }) => key);

/**
 * A store during whose n-th deletion the process is killed: after it, when nothing else is done any
 * more.
 */
function killedAfter(deletions: number): ObjectStore {
  let left = deletions;
  return {
    ...store,
    delete: async (key) => {
      await store.delete(key);
      left -= 1;
      if (left === 0) throw new Error('killed');
    },
  };
}

test('a deletion that ends half way leaves no scan without its picture', async () => {
  const [scan, other] = [await submit(), await submit()];
  await expect(deleteScan({ ...deps(), store: killedAfter(1) }, scan, expiry)).rejects.toThrow('killed');
  expect([await scanKeys(), await pictureKeys()]).toEqual([[other.pictureKey], [other.pictureKey]]);
});

test('a deletion of a batch that ends half way leaves no scan without its picture, and its pictures to the chores', async () => {
  const other = await submit();
  const batchId = await submitTwo();
  await expect(deleteBatch(opened.database.sql, killedAfter(1), batchId, expiry, now)).rejects.toThrow('killed');
  expect(await scanKeys()).toEqual([other.pictureKey]);
  expect(await deleteOrphanPictures(opened.database.sql, store, new Date(Date.now() + 1))).toBe(1);
  expect(await pictureKeys()).toEqual([other.pictureKey]);
});
