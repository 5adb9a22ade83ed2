import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { specimenReading } from '../../test/specimen-reading.ts';
import { testKeys, testRetention } from '../../test/test-keys.ts';
import { onePixelPng } from '../../test/uploads/pictures.ts';
import { openMemoryStore } from '../pictures/stores/open-memory-store.ts';
import { findScan, findScanSummary } from '../scans/find-scan.ts';
import { listScans } from '../scans/list-scans.ts';
import { claimScan } from '../scans/processing/claim-scan.ts';
import { finishScan } from '../scans/processing/finish-scan.ts';
import { decrementPending } from './decrement-pending.ts';
import { findBatch } from './find-batch.ts';
import { openBatchIntake } from './intake/batch-intake.ts';
import { listBatches } from './list-batches.ts';
import { listItems } from './list-items.ts';
import { submitBatch } from './submit-batch.ts';

const ownerId = '00000000-0000-4000-8000-000000000001';
const now = new Date('2026-11-23T12:00:00Z');

const opened = useTestDatabase();

/** A batch of one file, which is read. */
async function makeBatch() {
  const { sql } = opened.database;
  const store = openMemoryStore();
  const intake = openBatchIntake({ store, keys: testKeys.keys }, ownerId, { maxBytes: 1000, maxPixels: 1000 });
  await intake.take({ name: 'passport.png', bytes: onePixelPng });
  await intake.settled();
  const submission = {
    actor: 'operator' as const,
    ownerId,
    files: intake.files,
    reference: null,
    key: undefined,
    fingerprint: intake.takeFingerprint(null),
    now,
  };
  const { batch } = await submitBatch({ sql, ...testKeys, store, jobs: opened.jobs, retention: testRetention }, submission);
  const { id } = await sql.selectFrom('scans').select('id').executeTakeFirstOrThrow();
  const claim = await claimScan(opened.database, id);
  await finishScan(
    { sql, keys: testKeys.keys, onFinished: decrementPending(testKeys.keys) },
    claim!,
    { status: 'completed', reading: specimenReading() },
    now,
  );
  return { batchId: batch.id, scanId: id };
}

test('no list of scans, batches or files takes anything out of the database that was read', async () => {
  const { batchId, scanId } = await makeBatch();
  const rows: object[] = [];
  const spy: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      rows.push(...result.rows);
      return Promise.resolve(result);
    },
  };
  const records = { sql: opened.database.sql.withPlugin(spy), ...testKeys };
  const isReadingTaken = async (load: () => Promise<unknown>) => {
    rows.length = 0;
    await load();
    expect(rows).not.toEqual([]);
    return JSON.stringify(rows).includes('ERIKSSON') || rows.some((row) => 'reading' in row);
  };
  expect({
    'a list of scans': await isReadingTaken(() => listScans(records, { ownerId }, 10, undefined, now)),
    'a list of batches': await isReadingTaken(() => listBatches(records, ownerId, 10, undefined, now)),
    'a batch': await isReadingTaken(() => findBatch(records, ownerId, batchId, now)),
    'files of a batch': await isReadingTaken(() => listItems(records, batchId, 0, 10)),
    'a summary': await isReadingTaken(() => findScanSummary(records, ownerId, scanId, now)),
    'a scan': await isReadingTaken(() => findScan(records, ownerId, scanId, now)),
  }).toEqual({
    'a list of scans': false,
    'a list of batches': false,
    'a batch': false,
    'files of a batch': false,
    'a summary': false,
    'a scan': true,
  });
});
