import { EngineError, type EngineErrorCode } from '@ocr-web/reader';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { specimenReading } from '../../test/specimen-reading.ts';
import { submitDeps } from '../../test/submit-deps.ts';
import { testKeys } from '../../test/test-keys.ts';
import { decrementPending } from '../batches/decrement-pending.ts';
import { deleteExpiredScans } from '../maintenance/delete-expired-scans.ts';
import { recoverScans } from '../maintenance/recover-scans.ts';
import { runMaintenance } from '../maintenance/run-maintenance.ts';
import { keepRecentPictures } from '../pictures/keep-recent-pictures.ts';
import { readPictureOf } from '../pictures/sealed-pictures.ts';
import { createObjectKey } from '../pictures/stores/object-key.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { openMemoryStore } from '../pictures/stores/open-memory-store.ts';
import { findScan } from './find-scan.ts';
import { claimScan } from './processing/claim-scan.ts';
import { finishScan } from './processing/finish-scan.ts';
import { processScan, type ReadPicture } from './processing/process-scan.ts';
import { createReadAhead } from './processing/read-ahead.ts';
import { submitScan } from './submission/submit-scan.ts';

const ownerId = '00000000-0000-4000-8000-000000000001';
const now = new Date('2026-11-23T12:00:00Z');
const hour = 3_600_000;
const never = new AbortController().signal;
const bytes = Uint8Array.of(1, 2, 3);

const opened = useTestDatabase();
let store: ObjectStore;
beforeEach(async () => {
  await opened.database.sql.deleteFrom('scans').execute();
  await opened.forgetJobs();
  store = openMemoryStore();
});

const deps = () => ({ ...submitDeps(opened, store), maxWaitingScans: 3 });
const createdEvents = () => opened.database.sql.selectFrom('audit_events').select('subject').orderBy('id').execute();
const submit = () => submitScan(deps(), { actor: 'operator', ownerId, bytes, mediaType: 'image/png', now });
const processing = () => ({
  database: opened.database,
  store,
  keys: testKeys.keys,
  read: () => Promise.resolve(specimenReading()),
  maxAttempts: 2,
  onFinished: decrementPending(testKeys.keys),
  onOutcome: () => undefined,
  logger: opened.logger,
  unreleased: new Map<number, number>(),
});
const process = (id: number, read: ReadPicture, signal = never) => processScan({ ...processing(), read }, id, signal);
const rows = () => opened.database.sql.selectFrom('scans').selectAll().orderBy('id').execute();
const queued = () => opened.database.sql.transaction().execute((transaction) => opened.jobs.listUnfinished(transaction, 'read-scan'));
async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys;
}

describe('submit', () => {
  test('begins to read while the bytes are being stored, and reads them once', async () => {
    const stored = Promise.withResolvers<void>();
    const slow: ObjectStore = { ...store, put: (key, sealed) => stored.promise.then(() => store.put(key, sealed)) };
    const fast = keepRecentPictures(slow, 1000);
    const begun = Promise.withResolvers<Uint8Array>();
    let readings = 0;
    const ahead = createReadAhead((picture) => {
      readings += 1;
      begun.resolve(picture);
      return Promise.resolve(specimenReading());
    });
    const submission = { actor: 'operator', ownerId, bytes, mediaType: 'image/png', now } as const;
    const submitting = submitScan({ ...deps(), store: fast, readAhead: ahead.begin }, submission);
    expect([...(await begun.promise)]).toEqual([...bytes]);
    expect(await rows()).toEqual([]);
    stored.resolve();
    const { id } = await submitting;
    store = fast;
    await process(id, ahead.read);
    expect([(await rows())[0]?.status, readings]).toEqual(['completed', 1]);
  });

  test('stores the bytes, the scan and its job', async () => {
    const scan = await submit();
    const expiresAt = new Date(now.getTime() + 24 * hour);
    expect(scan).toEqual({
      id: expect.any(Number),
      ownerId,
      status: 'queued',
      pictureKey: expect.stringMatching(/^[\w-]{43}$/),
      pictureDataKey: expect.stringMatching(/^110b7983\.[\w+/=]{84}$/),
      pictureExpiresAt: null,
      mediaType: 'image/png',
      bytes: bytes.length,
      reference: null,
      batchId: null,
      createdAt: now,
      finishedAt: null,
      expiresAt,
      errorCode: null,
      reading: null,
    });
    expect(await rows()).toEqual([
      {
        id: scan.id,
        owner_id: ownerId,
        status: 'queued',
        data_key: expect.stringMatching(/^110b7983\.[\w+/=]{84}$/),
        picture_key: scan.pictureKey,
        picture_data_key: scan.pictureDataKey,
        picture_retention_s: 3600,
        picture_expires_at: null,
        picture_deleted_at: null,
        visual: null,
        portrait: null,
        picture_media_type: 'image/png',
        picture_bytes: bytes.length,
        reference: null,
        reference_index: null,
        batch_id: null,
        idempotency_key: null,
        fingerprint: null,
        attempts: 0,
        barcodes: null,
        error_code: null,
        reading: null,
        created_at: now,
        finished_at: null,
        expires_at: expiresAt,
      },
    ]);
    expect(await queued()).toEqual([{ scanId: scan.id }]);
    expect([...(await readPictureOf({ store, ...testKeys }, scan))!]).toEqual([...bytes]);
    expect(Buffer.from((await store.get(scan.pictureKey))!).includes(Buffer.from(bytes))).toBe(false);
  });

  test('writes down who sent it, and gives the job its trace', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const { id } = await submitScan(deps(), { actor: { token: 'desk' }, ownerId, bytes, mediaType: 'image/png', traceparent, now });
    expect(await queued()).toEqual([{ scanId: id, traceparent }]);
    const events = await opened.database.sql
      .selectFrom('audit_events')
      .select(['at', 'actor', 'action'])
      .where('subject', '=', String(id))
      .execute();
    expect(events).toEqual([{ at: now, actor: 'token desk', action: 'scan.created' }]);
  });

  test('leaves nothing behind when the job cannot be stored', async () => {
    const before = await createdEvents();
    const submission = { actor: 'operator', ownerId, bytes, mediaType: 'image/png', now } as const;
    const sent = { ...opened.jobs, clausesOf: () => undefined, send: () => Promise.reject(new Error('no job')) };
    await expect(submitScan({ ...deps(), jobs: sent }, submission)).rejects.toThrow('no job');
    const failing = { clauses: sql`ins as (select 1 / (count(*) - 1) as none from scan)`, from: sql`ins`, isTold: sql<boolean>`none = 0` };
    if (opened.jobs.clausesOf)
      await expect(submitScan({ ...deps(), jobs: { ...opened.jobs, clausesOf: () => () => failing } }, submission)).rejects.toThrow(
        'division by zero',
      );
    expect([await rows(), await queued(), await storedKeys(), await createdEvents()]).toEqual([[], [], [], before]);
  });

  test('refuses when too many wait, and stores nothing', async () => {
    for (let index = 0; index < 3; index += 1) await submit();
    await expect(submit()).rejects.toMatchObject({ code: 'queue.full', details: { retryAfterSeconds: 5 } });
    expect([(await rows()).length, (await queued()).length, (await storedKeys()).length]).toEqual([3, 3, 3]);
  });

  test('one owner of several takes half of the places, so that the next one gets in', async () => {
    const guest = '00000000-0000-4000-8000-000000000002';
    const shared = { ...deps(), maxWaitingScans: 4, isAlone: () => false };
    const submitFor = (owner: string) => submitScan(shared, { actor: 'operator', ownerId: owner, bytes, mediaType: 'image/png', now });
    await submitFor(ownerId);
    await submitFor(ownerId);
    await expect(submitFor(ownerId)).rejects.toMatchObject({ code: 'queue.full' });
    await submitFor(guest);
    await expect(submitFor(guest)).rejects.toMatchObject({ code: 'queue.full' });
    expect((await rows()).map(({ owner_id }) => owner_id)).toEqual([ownerId, ownerId, guest]);
  });
});

describe('find', () => {
  test('a scan is there for its owner until it expires, and for nobody else', async () => {
    const scan = await submit();
    const find = (owner: string, at: number) => findScan({ sql: opened.database.sql, keys: testKeys.keys }, owner, scan.id, new Date(at));
    const end = now.getTime() + 24 * hour;
    expect(await find(ownerId, end - 1)).toEqual(scan);
    expect(await find(ownerId, end)).toBeUndefined();
    expect(await find('00000000-0000-4000-8000-000000000002', end - 1)).toBeUndefined();
  });
});

describe('process', () => {
  test('ends a scan with what the picture says', async () => {
    const { id, pictureKey } = await submit();
    const seen: Uint8Array[] = [];
    await process(id, (picture) => {
      seen.push(picture);
      return Promise.resolve(specimenReading());
    });
    expect(seen.map((picture) => [...picture])).toEqual([[...bytes]]);
    expect(await rows()).toMatchObject([
      {
        status: 'completed',
        attempts: 1,
        error_code: null,
        reading: expect.not.stringContaining('ERIKSSON'),
        finished_at: expect.any(Date),
      },
    ]);
    expect(await findScan({ sql: opened.database.sql, keys: testKeys.keys }, ownerId, id, now)).toMatchObject({
      pictureKey,
      reading: JSON.parse(JSON.stringify(specimenReading())),
    });
  });

  test('does a finished scan no second time, and a deleted one not at all', async () => {
    const { id } = await submit();
    await process(id, () => Promise.resolve(specimenReading()));
    const before = await rows();
    const fail: ReadPicture = () => Promise.reject(new Error('read twice'));
    await process(id, fail);
    await process(id + 1, fail);
    expect(await rows()).toEqual(before);
  });

  test('of two workers on one scan only the later one writes', async () => {
    const { id } = await submit();
    const [first, second] = [await claimScan(opened.database, id), await claimScan(opened.database, id)];
    expect(await finishScan(deps(), first!, { status: 'failed', errorCode: 'late' }, now)).toBe(false);
    expect(await finishScan(deps(), second!, { status: 'completed', reading: { ...specimenReading(), zones: [] } }, now)).toBe(true);
    expect(await finishScan(deps(), second!, { status: 'failed', errorCode: 'twice' }, now)).toBe(false);
    expect(await rows()).toMatchObject([{ status: 'completed', error_code: null, attempts: 2 }]);
  });

  test.each<EngineErrorCode>(['picture.corrupt', 'picture.unsupported', 'picture.too_large', 'engine.timeout', 'engine.crashed'])(
    '%s fails the scan',
    async (code) => {
      const { id } = await submit();
      await process(id, () => Promise.reject(new EngineError(code, 'no')));
      expect(await rows()).toMatchObject([{ status: 'failed', error_code: code, reading: null }]);
    },
  );

  test('a fault of the reader fails the scan', async () => {
    const { id } = await submit();
    await process(id, () => Promise.reject(new Error('bug')));
    expect(await rows()).toMatchObject([{ status: 'failed', error_code: 'engine.failed' }]);
  });

  test('a lost picture fails the scan', async () => {
    const { id, pictureKey } = await submit();
    await store.delete(pictureKey);
    await process(id, () => Promise.reject(new Error('read')));
    expect(await rows()).toMatchObject([{ status: 'failed', error_code: 'picture.missing' }]);
  });

  test('a stop of the service ends no scan', async () => {
    const { id } = await submit();
    await expect(process(id, () => Promise.reject(new EngineError('engine.closed', 'stop')))).rejects.toThrow('stop');
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(process(id, (_bytes, { signal }) => Promise.reject(signal.reason), stopped)).rejects.toThrow('stopped');
    expect(await rows()).toMatchObject([{ status: 'queued', attempts: 0, error_code: null }]);
  });

  test('a result that cannot be stored costs no attempt, and is stored the next time', async () => {
    const { id } = await submit();
    // As on a disk without room: reading works, writing does not.
    const full = { ...opened.database, sql: opened.database.sql.withSchema('no_room') };
    const read = () => Promise.resolve(specimenReading());
    const deps = {
      database: full,
      store,
      keys: testKeys.keys,
      read,
      maxAttempts: 2,
      onFinished: decrementPending(testKeys.keys),
      now: () => new Date(),
      onOutcome: () => undefined,
      logger: opened.logger,
      unreleased: new Map(),
    };
    for (let attempt = 0; attempt < 5; attempt += 1) await expect(processScan(deps, id, never)).rejects.toThrow('no_room');
    expect(await rows()).toMatchObject([{ status: 'queued', attempts: 0 }]);
    await process(id, () => Promise.resolve(specimenReading()));
    expect(await rows()).toMatchObject([{ status: 'completed', attempts: 1 }]);
  });

  test('nor does one whose claim cannot even be given back', async () => {
    const { id } = await submit();
    const unreleased = new Map<number, number>();
    const full = { ...opened.database, sql: opened.database.sql.withSchema('no_room') };
    // The claim still finds room, what comes after it does not.
    const read = () => {
      full.relaxed = full.sql;
      return Promise.resolve(specimenReading());
    };
    const deps = {
      store,
      keys: testKeys.keys,
      read,
      maxAttempts: 2,
      onFinished: decrementPending(testKeys.keys),
      now: () => new Date(),
      onOutcome: () => undefined,
      logger: opened.logger,
      unreleased,
    };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      full.relaxed = opened.database.relaxed;
      await expect(processScan({ ...deps, database: full }, id, never)).rejects.toThrow('no_room');
    }
    expect([await rows(), unreleased]).toMatchObject([[{ status: 'processing', attempts: 1 }], new Map([[id, 1]])]);
    await processScan({ ...deps, database: opened.database, read: () => Promise.resolve(specimenReading()) }, id, never);
    expect([await rows(), unreleased]).toMatchObject([[{ status: 'completed', attempts: 1 }], new Map()]);
  });

  test('a scan that took the process down too often fails', async () => {
    const { id } = await submit();
    for (let attempt = 0; attempt < 2; attempt += 1) await claimScan(opened.database, id);
    await process(id, () => Promise.reject(new Error('read once more')));
    expect(await rows()).toMatchObject([{ status: 'failed', error_code: 'processing.interrupted', attempts: 3 }]);
  });
});

describe('recover', () => {
  test('gives a job to every unfinished scan that has none, and to no other', async () => {
    const [waiting, interrupted, done] = [await submit(), await submit(), await submit()];
    await opened.forgetJobs();
    await claimScan(opened.database, interrupted.id);
    await process(done.id, () => Promise.resolve(specimenReading()));
    expect(await recoverScans(opened.database, opened.jobs)).toBe(2);
    expect(await queued()).toEqual([{ scanId: waiting.id }, { scanId: interrupted.id }]);
    expect((await rows()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['queued', 0],
      ['queued', 1],
      ['completed', 1],
    ]);
    expect(await recoverScans(opened.database, opened.jobs)).toBe(0);
  });
});

describe('retention', () => {
  test('an expired scan goes with its picture, another one stays', async () => {
    const [old, young] = [
      await submit(),
      await submitScan(deps(), { actor: 'operator', ownerId, bytes, mediaType: 'image/png', now: new Date(now.getTime() + hour) }),
    ];
    const later = new Date(now.getTime() + 24 * hour);
    expect(await deleteExpiredScans(opened.database.sql, store, testKeys.keys, new Date(later.getTime() - 1))).toBe(0);
    expect(await deleteExpiredScans(opened.database.sql, store, testKeys.keys, later)).toBe(1);
    expect((await rows()).map(({ id }) => id)).toEqual([young.id]);
    expect(await storedKeys()).toEqual([young.pictureKey]);
    // Its job finds nothing to do.
    await process(old.id, () => Promise.reject(new Error('read')));
  });

  test('maintenance does all chores: expired scans, forgotten pictures, scans without a job', async () => {
    await submitScan(deps(), { actor: 'operator', ownerId, bytes, mediaType: 'image/png', now: new Date(Date.now() - 23 * hour) });
    const jobless = await submitScan(deps(), { actor: 'operator', ownerId, bytes, mediaType: 'image/png', now: new Date() });
    await opened.forgetJobs();
    await store.put(createObjectKey(), bytes);
    const maintenanceDeps = {
      database: opened.database,
      store,
      keys: testKeys.keys,
      jobs: opened.jobs,
      logger: opened.logger,
      retentionMs: 24 * hour,
      auditRetentionMs: 400 * 24 * hour,
    };
    await runMaintenance(maintenanceDeps, new Date(Date.now() + 2 * hour));
    expect((await rows()).map(({ id }) => id)).toEqual([jobless.id]);
    expect(await storedKeys()).toEqual([jobless.pictureKey]);
    expect(await queued()).toEqual([{ scanId: jobless.id }]);
  });
});
