import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { createToken } from '../tokens/create-token.ts';
import { readBacklog } from './read-backlog.ts';

const now = new Date('2026-11-23T12:34:56.000Z');
const seconds = (count: number) => new Date(now.getTime() - count * 1000);

const opened = useTestDatabase();

test('what waits is counted, and what is done is not', async () => {
  const { sql } = opened.database;
  const none = { queue: { single: 0, batch: 0, processing: 0, oldest_seconds: null }, deliveries: { pending: 0, overdueSeconds: 0 } };
  expect(await readBacklog(sql, now)).toEqual(none);
  await createToken(sql, 'desk', new Date());
  const { owner_id } = await sql.selectFrom('tokens').select('owner_id').executeTakeFirstOrThrow();
  const scan = (status: 'queued' | 'processing' | 'failed', secondsAgo: number) => ({
    ...{ owner_id, status, picture_key: `key-${status}-${secondsAgo}`, picture_media_type: 'image/png', picture_bytes: 100 },
    ...{ created_at: seconds(secondsAgo), expires_at: seconds(-60) },
  });
  await sql
    .insertInto('scans')
    .values([scan('failed', 99), scan('processing', 9), scan('queued', 7), scan('queued', 5)])
    .execute();
  const webhook_id = '5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90';
  await sql
    .insertInto('webhooks')
    .values({ id: webhook_id, owner_id, url: 'https://hotel.example/', events: '[]', created_at: now, updated_at: now })
    .execute();
  const delivery = (status: 'pending' | 'dead', next_attempt_at: Date | null) => ({
    ...{ webhook_id, message_id: 'msg', payload: '{}', status, next_attempt_at, created_at: now, retry_since: now },
  });
  const waiting = [delivery('pending', seconds(-60)), delivery('dead', null)];
  await sql.insertInto('webhook_deliveries').values(waiting).execute();
  const queue = { single: 2, batch: 0, processing: 1, oldest_seconds: 7 };
  expect(await readBacklog(sql, now)).toEqual({ queue, deliveries: { pending: 1, overdueSeconds: 0 } });
  await sql
    .insertInto('webhook_deliveries')
    .values([delivery('pending', seconds(3)), delivery('pending', seconds(12))])
    .execute();
  expect(await readBacklog(sql, now)).toEqual({ queue, deliveries: { pending: 3, overdueSeconds: 12 } });
});
