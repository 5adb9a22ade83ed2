import { sql } from 'kysely';
import { beforeEach, expect, inject, test } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { specimenReading } from '../../../test/specimen-reading.ts';
import { submitDeps } from '../../../test/submit-deps.ts';
import { testKeys } from '../../../test/test-keys.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { recoverScans } from '../../maintenance/recover-scans.ts';
import type { ObjectStore } from '../../pictures/stores/object-store.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { submitScan } from '../submission/submit-scan.ts';
import { claimScan } from './claim-scan.ts';
import { finishScan } from './finish-scan.ts';

// What is done where nobody can know what has become of a scan meanwhile.

const ownerId = '00000000-0000-4000-8000-000000000001';

const opened = useTestDatabase();
let store: ObjectStore;
beforeEach(async () => {
  await opened.database.sql.deleteFrom('scans').execute();
  store = openMemoryStore();
});

const onFinished = () => Promise.resolve();
const submit = (jobs: JobQueue) => {
  const { now } = opened.database;
  const submission = { actor: 'operator', ownerId, bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png', now: now() } as const;
  return submitScan({ ...submitDeps(opened, store), now, jobs, onFinished }, submission);
};

/** A queue whose jobs fail with an error. */
function failing(error: Error): JobQueue {
  const fail = () => {
    throw error;
  };
  return { ...opened.jobs, send: () => Promise.reject(error), ...(opened.jobs.clausesOf && { clausesOf: () => fail }) };
}

async function countPictures(): Promise<number> {
  let count = 0;
  for await (const _ of store.list()) count += 1;
  return count;
}

test('the picture stays where the database was lost before it answered, and goes where it refused', async () => {
  await expect(submit(failing(new Error('refused')))).rejects.toThrow('refused');
  expect(await countPictures()).toBe(0);
  await expect(submit(failing(new Error('Connection terminated unexpectedly')))).rejects.toThrow('terminated');
  expect(await countPictures()).toBe(1);
});

test.skipIf(!inject('postgresUrl'))('a scan that ends while lost jobs are looked for is not read again', async () => {
  const { id } = await submit(opened.jobs);
  const claim = await claimScan(opened.database, id);
  const listUnfinished: JobQueue['listUnfinished'] = async (...asked) => {
    await finishScan(
      { ...testKeys, sql: opened.database.sql, onFinished },
      claim!,
      { status: 'completed', reading: specimenReading() },
      new Date(),
    );
    await sql`update pgboss.job set state = 'completed' where name = 'read-scan'`.execute(opened.database.sql);
    return await opened.jobs.listUnfinished(...asked);
  };
  expect(await recoverScans(opened.database, { ...opened.jobs, listUnfinished })).toBe(0);
  expect(await opened.database.sql.selectFrom('scans').select('status').execute()).toEqual([{ status: 'completed' }]);
});
