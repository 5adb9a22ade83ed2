import { beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { submitDeps } from '../../../test/submit-deps.ts';
import { expiry } from '../../audit/record-audit-event.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { deleteScan } from '../delete-scan.ts';
import { submitOnce } from './submit-once.ts';

const ownerId = '00000000-0000-4000-8000-000000000001';
const bytes = Uint8Array.of(1, 2, 3);
const now = new Date('2026-11-23T12:00:00Z');
const hour = 3_600_000;
const store = openMemoryStore();

const opened = useTestDatabase();
beforeEach(() => opened.database.sql.deleteFrom('scans').execute());

const deps = () => submitDeps(opened, store);
const submit = (key: string | undefined, more: object = {}) =>
  submitOnce(deps(), { actor: 'operator', ownerId, bytes, mediaType: 'image/png', reference: 'A', now, ...more }, key);
const rows = () => opened.database.sql.selectFrom('scans').select('id').orderBy('id').execute();
const keys = () =>
  opened.database.sql
    .selectFrom('scans')
    .select(['idempotency_key as key', 'id as scan_id'])
    .where('idempotency_key', 'is not', null)
    .execute();
const queued = () => opened.database.sql.transaction().execute((transaction) => opened.jobs.listUnfinished(transaction, 'read-scan'));

async function storedKeys(): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of store.list()) found.push(key);
  return found;
}

test('50 equal requests at the same time make one scan, with one picture and one job', async () => {
  const before = [(await storedKeys()).length, (await queued()).length] as const;
  const all = await Promise.all(Array.from({ length: 50 }, () => submit('same')));
  const [made] = all.filter(({ replayed }) => !replayed);
  expect(all.filter(({ replayed }) => replayed).length).toBe(49);
  expect(new Set(all.map(({ scan }) => scan.id))).toEqual(new Set([made?.scan.id]));
  expect([await rows(), await keys()]).toEqual([[{ id: made?.scan.id }], [{ key: 'same', scan_id: made?.scan.id }]]);
  expect([(await storedKeys()).length, (await queued()).length]).toEqual([before[0] + 1, before[1] + 1]);
});

test('without a key every request makes a scan', async () => {
  await submit(undefined);
  await submit(undefined);
  expect([(await rows()).length, await keys()]).toEqual([2, []]);
});

test.each([
  ['other bytes', { bytes: Uint8Array.of(1, 2, 4) }],
  ['another reference', { reference: 'B' }],
  ['no reference', { reference: null }],
])('the same key with %s is refused and changes nothing', async (_what, more) => {
  const { scan } = await submit('mine');
  const before = await storedKeys();
  await expect(submit('mine', more)).rejects.toMatchObject({ code: 'idempotency.mismatch' });
  expect([await rows(), await storedKeys()]).toEqual([[{ id: scan.id }], before]);
});

test('the keys of one owner are nothing to another', async () => {
  const first = await submit('shared');
  const second = await submit('shared', { ownerId: '00000000-0000-4000-8000-000000000002', bytes: Uint8Array.of(9) });
  expect([first.replayed, second.replayed, (await rows()).length]).toEqual([false, false, 2]);
});

test('a key is free again when its scan is deleted or its time is over, tidied up or not', async () => {
  const first = await submit('again');
  await deleteScan(deps(), first.scan, expiry);
  const second = await submit('again');
  const later = await submit('again', { now: new Date(now.getTime() + 24 * hour), bytes: Uint8Array.of(7) });
  expect([first, second, later].map(({ replayed }) => replayed)).toEqual([false, false, false]);
  expect(await rows()).toEqual([{ id: later.scan.id }]);
  expect(await store.get(second.scan.pictureKey)).toBeUndefined();
});

test('a request that is sent again is answered although no more scans may wait', async () => {
  const deps = { ...submitDeps(opened, store), maxWaitingScans: 1 };
  const submission = { actor: 'operator' as const, ownerId, bytes, mediaType: 'image/png', now };
  const { scan } = await submitOnce(deps, submission, 'full');
  expect(await submitOnce(deps, submission, 'full')).toEqual({ scan, replayed: true });
  await expect(submitOnce(deps, submission, 'other')).rejects.toMatchObject({ code: 'queue.full' });
  expect(await keys()).toEqual([{ key: 'full', scan_id: scan.id }]);
});
