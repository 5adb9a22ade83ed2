import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { specimenReading } from '../../test/specimen-reading.ts';
import { testKeys, testRetention } from '../../test/test-keys.ts';
import { onePixelPng } from '../../test/uploads/pictures.ts';
import { expiry } from '../audit/record-audit-event.ts';
import { unsealText } from '../crypto/key-ring.ts';
import { requeueScans } from '../maintenance/recover-scans.ts';
import { runMaintenance } from '../maintenance/run-maintenance.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { openMemoryStore } from '../pictures/stores/open-memory-store.ts';
import { deleteScan } from '../scans/delete-scan.ts';
import { claimScan } from '../scans/processing/claim-scan.ts';
import { finishScan } from '../scans/processing/finish-scan.ts';
import { submitScan } from '../scans/submission/submit-scan.ts';
import { assertBatchCapacity } from './assert-batch-capacity.ts';
import type { Batch } from './batch.ts';
import { decrementPending } from './decrement-pending.ts';
import { findBatch } from './find-batch.ts';
import { openBatchIntake } from './intake/batch-intake.ts';
import { submitBatch } from './submit-batch.ts';

const ownerId = '00000000-0000-4000-8000-000000000001';
const hour = 3_600_000;
const now = new Date('2026-11-23T12:00:00Z');
const later = new Date(now.getTime() + 24 * hour);

const opened = useTestDatabase();
let store: ObjectStore;
beforeAll(async () => {
  // A receiver of everything, to whom nothing is delivered here.
  const webhook = { id: ownerId, owner_id: ownerId, url: 'https://hotel.example/', events: JSON.stringify(['batch.completed']) };
  await opened.database.sql
    .insertInto('webhooks')
    .values({ ...webhook, description: null, created_at: now, updated_at: now })
    .execute();
});
beforeEach(async () => {
  for (const table of ['webhook_deliveries', 'scans', 'batches'] as const) await opened.database.sql.deleteFrom(table).execute();
  await opened.forgetJobs();
  store = openMemoryStore();
});

const onFinished = decrementPending(testKeys.keys);
const scanDeps = () => ({ sql: opened.database.sql, ...testKeys, store, onFinished, now: () => new Date() });
const deps = () => ({ sql: opened.database.sql, ...testKeys, store, jobs: opened.jobs, retention: testRetention });
async function submit(count: number, key?: string): Promise<Batch> {
  const intake = openBatchIntake({ store, keys: testKeys.keys }, ownerId, { maxBytes: 1000, maxPixels: 1000 });
  for (let index = 0; index < count; index += 1) await intake.take({ name: `${index}.png`, bytes: onePixelPng });
  await intake.settled();
  const fingerprint = intake.takeFingerprint(null);
  const submission = { actor: 'operator' as const, ownerId, files: intake.files, reference: 'all', key, fingerprint, now };
  return (await submitBatch(deps(), submission)).batch;
}
const scansOf = ({ id }: Batch) =>
  opened.database.sql.selectFrom('scans').select(['id', 'picture_key as pictureKey']).where('batch_id', '=', id).orderBy('id').execute();
async function finish(scanId: number): Promise<boolean> {
  const claim = await claimScan(opened.database, scanId);
  return claim !== undefined && finishScan(scanDeps(), claim, { status: 'completed', reading: specimenReading() }, now);
}
async function deliveries() {
  const rows = await opened.database.sql.selectFrom('webhook_deliveries').select(['batch_id', 'data_key', 'payload']).execute();
  const open = async (wrapped: string | null) => await testKeys.keys.open(wrapped, ownerId);
  return await Promise.all(
    rows.map(async ({ batch_id, data_key, payload }) => [batch_id, JSON.parse(unsealText(await open(data_key), 'payload', payload))]),
  );
}
const countRows = async (table: 'scans' | 'batches' | 'batch_items' | 'webhook_deliveries') =>
  (await opened.database.sql.selectFrom(table).selectAll().execute()).length;

test('whatever ends the scans of a batch at the same time, it is completed once', async () => {
  const batch = await submit(20);
  const scans = await scansOf(batch);
  await Promise.all(scans.map((scan, index) => (index % 3 === 0 ? deleteScan(scanDeps(), scan, expiry) : finish(scan.id))));
  expect(await findBatch(scanDeps(), ownerId, batch.id, now)).toMatchObject({
    finishedAt: expect.any(Date),
    counts: { total: 13, completed: 13 },
  });
  const data = { id: batch.id, status: 'completed', reference: 'all' };
  expect(await deliveries()).toEqual([[batch.id, { type: 'batch.completed', timestamp: expect.any(String), data }]]);
  // What is deleted afterwards ends nothing again.
  await deleteScan(scanDeps(), scans[1]!, expiry);
  expect(await deliveries()).toHaveLength(1);
});

test('a batch goes as a whole when its time is over: scans, pictures, items, what was to be told', async () => {
  const batch = await submit(3);
  const [first] = await scansOf(batch);
  await finish(first!.id);
  const whole = await submit(1);
  await finish((await scansOf(whole))[0]!.id);
  expect([await countRows('batch_items'), await countRows('webhook_deliveries')]).toEqual([4, 1]);
  await runMaintenance(
    {
      database: opened.database,
      keys: testKeys.keys,
      store,
      jobs: opened.jobs,
      logger: opened.logger,
      retentionMs: 24 * hour,
      auditRetentionMs: 400 * 24 * hour,
    },
    later,
  );
  const tables = ['scans', 'batches', 'batch_items', 'webhook_deliveries'] as const;
  expect(await Promise.all(tables.map(countRows))).toEqual([0, 0, 0, 0]);
  expect(await collect(store.list())).toEqual([]);
});

test('scans of a batch come behind single scans, in the order of the batch, also after they lost their jobs', async () => {
  const inOrder = async () => {
    const seen: number[] = [];
    await opened.jobs.work('read-scan', 1, ({ scanId }) => Promise.resolve(void seen.push(scanId)));
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(4);
    return seen;
  };
  const batch = await submit(3);
  const single = await submitScan(
    { ...deps(), pickUpMs: undefined, maxWaitingScans: 9, onFinished, now: () => new Date(), isAlone: () => true },
    { actor: 'operator', ownerId, bytes: onePixelPng, mediaType: 'image/png', now },
  );
  const expected = [single.id, ...(await scansOf(batch)).map(({ id }) => id)];
  expect(await inOrder()).toEqual(expected);
  await opened.forgetJobs();
  expect(await requeueScans(opened.database.sql, opened.jobs)).toBe(4);
  expect(await inOrder()).toEqual(expected);
  await opened.forgetJobs();
});

test('when enough files wait no more batches are taken, but one that is there is found', async () => {
  await submit(2, 'mine');
  const ask = (max: number, key?: string) =>
    assertBatchCapacity(opened.database.sql, { maxWaiting: max, isAlone: () => true }, ownerId, key);
  await ask(3);
  await ask(2, 'mine');
  await expect(ask(2)).rejects.toMatchObject({ code: 'queue.full', details: { retryAfterSeconds: 60 } });
  await expect(ask(2, 'other')).rejects.toMatchObject({ code: 'queue.full' });
});

test('a key is free again when the time of its batch is over, tidied up or not', async () => {
  const first = await submit(1, 'again');
  const again = await submit(1, 'again');
  expect(again.id).toBe(first.id);
  await opened.database.sql.updateTable('batches').set({ finished_at: now }).where('id', '=', first.id).execute();
  await sql`update batches set expires_at = ${now}`.execute(opened.database.sql);
  expect((await submit(1, 'again')).id).not.toBe(first.id);
  expect(await countRows('batches')).toBe(1);
});
