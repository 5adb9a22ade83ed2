import { beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { specimenReading } from '../../../test/specimen-reading.ts';
import { submitDeps } from '../../../test/submit-deps.ts';
import { testKeys } from '../../../test/test-keys.ts';
import type { ObjectStore } from '../../pictures/stores/object-store.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { submitScan } from '../submission/submit-scan.ts';
import { claimScan, takenClaim, takeScan } from './claim-scan.ts';
import { processScan } from './process-scan.ts';

const ownerId = '00000000-0000-4000-8000-000000000001';
const now = new Date('2026-11-23T12:00:00Z');
const never = new AbortController().signal;

const opened = useTestDatabase();
let store: ObjectStore;
beforeEach(async () => {
  await opened.database.sql.deleteFrom('scans').execute();
  await opened.forgetJobs();
  store = openMemoryStore();
});

const onFinished = () => Promise.resolve();
const submit = () => {
  const deps = { ...submitDeps(opened, store), now: () => now, onFinished };
  return submitScan(deps, { actor: 'operator', ownerId, bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png', now });
};
const processing = () => ({
  database: opened.database,
  store,
  keys: testKeys.keys,
  read: () => Promise.resolve(specimenReading()),
  maxAttempts: 2,
  onFinished,
  onOutcome: () => undefined,
  logger: opened.logger,
  unreleased: new Map<number, number>(),
});
const rows = () => opened.database.sql.selectFrom('scans').select(['status', 'attempts']).execute();

/** Takes the next job as a worker does. Returns what came with it. */
const takeJob = async () => {
  const taken = Promise.withResolvers<unknown>();
  await opened.jobs.work('read-scan', 1, (_, __, row) => Promise.resolve(taken.resolve(row)), takeScan);
  const row = await taken.promise;
  expect(row !== undefined).toBe(opened.database.engine === 'postgres');
  return row;
};

test('where a job is taken with its scan, that is the same as claiming it', async () => {
  const { id } = await submit();
  const claim = takenClaim(id, (await takeJob()) ?? null) ?? (await claimScan(opened.database, id));
  expect(claim).toMatchObject({ scanId: id, attempt: 1, ownerId, createdAt: now, isAlone: true });
  expect(await claimScan(opened.database, id)).toEqual({ ...claim, attempt: 2 });
});

test('a job of a scan that has ended comes with none', async () => {
  const { id } = await submit();
  await processScan(processing(), id, never);
  const row = await takeJob();
  expect(row ?? null).toBeNull();
  await processScan({ ...processing(), read: () => expect.unreachable('nothing is left to do') }, id, never, row);
  expect(await rows()).toEqual([{ status: 'completed', attempts: 1 }]);
});

test('an attempt that could not be given back is not counted again when its job is taken', async () => {
  const { id } = await submit();
  await claimScan(opened.database, id);
  const unreleased = new Map([[id, 1]]);
  await processScan({ ...processing(), unreleased }, id, never, await takeJob());
  expect([await rows(), unreleased]).toEqual([[{ status: 'completed', attempts: 1 }], new Map()]);
});
