import { tmpdir } from 'node:os';
import { beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { specimenReading } from '../../test/specimen-reading.ts';
import { createToken } from '../tokens/create-token.ts';
import { deleteOldActivity } from './delete-old-activity.ts';
import { nameActivity } from './name-activity.ts';
import { openActivityRecorder } from './open-activity-recorder.ts';
import { readOperationStatus } from './read-operation-status.ts';
import { readWebhookStatus } from './read-webhook-status.ts';
import { summariseActivity } from './summarise-activity.ts';

const now = new Date('2026-11-23T12:34:56.000Z');
const minutes = (count: number) => new Date(now.getTime() - count * 60_000);

const opened = useTestDatabase();
beforeEach(async () => {
  await opened.database.sql.deleteFrom('activity_counts').execute();
});

const hint = { code: 'glare', page: 0, message: 'A reflection.' } as const;
const reading = specimenReading();
const times = { readingMs: 70, totalMs: 150 };
const outcomes = {
  sure: { status: 'completed', reading },
  unsure: { status: 'completed', reading: { ...reading, zones: [{ ...reading.zones[0]!, score: 60 }], hints: [hint, hint] } },
  noZone: { status: 'completed', reading: { ...reading, zones: [] } },
  failed: { status: 'failed', errorCode: 'picture.corrupt' },
} as const;

test('of a scan nothing is counted that says who was read', () => {
  const named = Object.values(outcomes).map((outcome) => nameActivity(outcome, times));
  expect(named).toEqual([
    ['outcome sure', 'reading 3', 'total 4'],
    ['outcome unsure', 'hint glare', 'reading 3', 'total 4'],
    ['outcome no_zone', 'reading 3', 'total 4'],
    ['outcome failed', 'failure picture.corrupt', 'reading 3', 'total 4'],
  ]);
});

test('what is counted by two processes adds up, by minutes and by hours', async () => {
  const recorders = [openActivityRecorder(opened.database, opened.logger), openActivityRecorder(opened.database, opened.logger)] as const;
  recorders[0].record(nameActivity(outcomes.sure, times), now);
  recorders[0].record(nameActivity(outcomes.unsure, times), minutes(50));
  recorders[1].record(nameActivity(outcomes.sure, times), now);
  recorders[1].record(nameActivity(outcomes.failed, { readingMs: 5, totalMs: 5000 }), minutes(40));
  for (const recorder of recorders) await recorder.close();
  const { periods, ...hour } = await summariseActivity(opened.database.sql, 'hour', now);
  expect(hour).toEqual({
    range: 'hour',
    from: '2026-11-23T11:35:00.000Z',
    to: now.toISOString(),
    period_seconds: 60,
    outcomes: { sure: 2, unsure: 1, no_zone: 0, failed: 1 },
    latency: { total: { p50_ms: 133, p95_ms: 4608, p99_ms: 5018 }, reading: { p50_ms: 53, p95_ms: 77, p99_ms: 79 } },
    hints: [{ code: 'glare', count: 1 }],
    failures: [{ code: 'picture.corrupt', count: 1 }],
  });
  const none = { sure: 0, unsure: 0, no_zone: 0, failed: 0 };
  expect([periods.length, periods[0], periods.at(-1)]).toEqual([
    60,
    { at: '2026-11-23T11:35:00.000Z', ...none, p50_ms: null, p95_ms: null, hints: [] },
    { at: '2026-11-23T12:34:00.000Z', ...none, sure: 2, p50_ms: 120, p95_ms: 156, hints: [] },
  ]);
  const day = await summariseActivity(opened.database.sql, 'day', now);
  expect(day.periods.slice(-2)).toEqual([
    { at: '2026-11-23T11:00:00.000Z', ...none, unsure: 1, failed: 1, p50_ms: 160, p95_ms: 4864, hints: [{ code: 'glare', count: 1 }] },
    { at: '2026-11-23T12:00:00.000Z', ...none, sure: 2, p50_ms: 120, p95_ms: 156, hints: [] },
  ]);
});

test('what the database does not take is kept for the next time', async () => {
  const { relaxed } = opened.database;
  let isBroken = true;
  const transaction = () => (isBroken ? { execute: () => Promise.reject(new Error('full')) } : relaxed.transaction());
  const recorder = openActivityRecorder({ relaxed: { transaction } as unknown as typeof relaxed }, { warn: () => undefined });
  recorder.record(['outcome sure'], now);
  await recorder.flush();
  isBroken = false;
  recorder.record(['outcome sure'], now);
  await recorder.close();
  expect((await summariseActivity(opened.database.sql, 'hour', now)).outcomes.sure).toBe(2);
});

test('counts are kept for a bounded time', async () => {
  const recorder = openActivityRecorder(opened.database, opened.logger);
  const days = (count: number) => minutes(count * 24 * 60);
  for (const at of [now, minutes(27 * 60), days(91), days(93)]) recorder.record(['outcome sure'], at);
  await recorder.close();
  expect(await deleteOldActivity(opened.database.sql, now)).toBe(4);
  const left = await opened.database.sql.selectFrom('activity_counts').select('resolution').orderBy('resolution').execute();
  expect(left.map(({ resolution }) => resolution)).toEqual(['hour', 'hour', 'hour', 'minute']);
});

test('the status tells what waits, what is kept and what failed, and nothing of what was read', async () => {
  const { sql } = opened.database;
  await createToken(sql, 'desk', new Date());
  const { owner_id } = await sql.selectFrom('tokens').select('owner_id').executeTakeFirstOrThrow();
  const scan = (status: 'queued' | 'failed', minutesAgo: number) => ({
    ...{ owner_id, status, picture_key: `key-${status}`, picture_media_type: 'image/png', picture_bytes: 100, reference: 'ERIKSSON' },
    ...{ created_at: minutes(minutesAgo), expires_at: minutes(-60) },
  });
  await sql
    .insertInto('scans')
    .values([scan('queued', 1), scan('failed', 2)])
    .execute();
  await sql
    .updateTable('scans')
    .set({ error_code: 'picture.corrupt', finished_at: minutes(1) })
    .where('status', '=', 'failed')
    .execute();
  const status = await readOperationStatus(sql, tmpdir(), 24 * 3_600_000, now);
  expect(status).toEqual({
    queue: { single: 1, batch: 0, processing: 0, oldest_seconds: 60 },
    storage: { scans: 2, picture_bytes: 200, free_bytes: expect.any(Number), disk_bytes: expect.any(Number) },
    retention: { hours: 24, next_expiry: minutes(-60).toISOString() },
    failed_scans: [
      {
        id: expect.any(Number),
        code: 'picture.corrupt',
        media_type: 'image/png',
        bytes: 100,
        attempts: 0,
        finished_at: minutes(1).toISOString(),
      },
    ],
  });
  expect(JSON.stringify(status)).not.toContain('ERIKSSON');
});

test('webhooks are shown by their host, with what is on its way and what was given up', async () => {
  const { sql } = opened.database;
  const { owner_id } = await sql.selectFrom('tokens').select('owner_id').executeTakeFirstOrThrow();
  const id = '5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90';
  const times = { created_at: now, updated_at: now };
  await sql
    .insertInto('webhooks')
    .values({ id, owner_id, url: 'https://hotel.example:444/secret-path', events: '[]', ...times })
    .execute();
  const delivery = {
    webhook_id: id,
    message_id: 'msg',
    payload: '{"surname":"ERIKSSON"}',
    status: 'dead',
    created_at: now,
    retry_since: now,
  } as const;
  await sql.insertInto('webhook_deliveries').values(delivery).execute();
  expect(await readWebhookStatus(sql)).toEqual({
    webhooks: [{ id, host: 'hotel.example:444', status: 'active', pending: 0, dead: 1 }],
    dead_letters: [
      {
        id: expect.any(Number),
        webhook_id: id,
        host: 'hotel.example:444',
        attempts: 0,
        failure: null,
        http_status: null,
        created_at: now.toISOString(),
      },
    ],
  });
});
