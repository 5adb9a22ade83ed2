import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { submitDeps } from '../../test/submit-deps.ts';
import { createObjectKey } from '../pictures/stores/object-key.ts';
import { openMemoryStore } from '../pictures/stores/open-memory-store.ts';
import { submitScan } from '../scans/submission/submit-scan.ts';
import { deleteOrphanPictures } from './delete-orphan-pictures.ts';

const hour = 3_600_000;
const bytes = Uint8Array.of(1, 2, 3);

const opened = useTestDatabase();

test('a picture without a scan goes once it is old enough', async () => {
  const store = openMemoryStore();
  const { sql } = opened.database;
  const ownerId = '00000000-0000-4000-8000-000000000001';
  const { pictureKey } = await submitScan(submitDeps(opened, store), {
    actor: 'operator',
    ownerId,
    bytes,
    mediaType: 'image/png',
    now: new Date(),
  });
  const orphan = createObjectKey();
  await store.put(orphan, bytes);
  expect(await deleteOrphanPictures(sql, store, new Date(Date.now() - hour))).toBe(0);
  expect(await deleteOrphanPictures(sql, store, new Date(Date.now() + 1))).toBe(1);
  const left: string[] = [];
  for await (const { key } of store.list()) left.push(key);
  expect(left).toEqual([pictureKey]);
});
