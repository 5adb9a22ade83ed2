import { statfs } from 'node:fs/promises';
import type { StatisticsBody } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import { indexedConditions } from '../database/indexed-conditions.ts';
import type { Tables } from '../database/tables.ts';
import { readQueue } from './read-queue.ts';

type Sql = Kysely<Tables>;
type Status = Pick<StatisticsBody, 'queue' | 'storage' | 'retention' | 'failed_scans'>;

const maxFailedScans = 20;

/** Tells how the service stands: what waits, what is kept, what failed last. No identity value. */
export async function readOperationStatus(sql: Sql, dataDirectory: string, retentionMs: number, now: Date): Promise<Status> {
  const [queue, storage, nextExpiry, failed] = await Promise.all([
    readQueue(sql, now),
    readStorage(sql, dataDirectory),
    sql.selectFrom('scans').select('expires_at').where('expires_at', '>', now).orderBy('expires_at').limit(1).executeTakeFirst(),
    readFailedScans(sql, now),
  ]);
  const retention = { hours: retentionMs / 3_600_000, next_expiry: nextExpiry?.expires_at.toISOString() ?? null };
  return { queue, storage, retention, failed_scans: failed };
}

async function readStorage(sql: Sql, dataDirectory: string): Promise<Status['storage']> {
  // A process whose database and pictures are on servers need not have the folder.
  const disk = await statfs(dataDirectory).catch(() => undefined);
  const { scans, bytes } = await sql
    .selectFrom('scans')
    .select((of) => [of.fn.countAll<number>().as('scans'), of.fn.sum<number | null>('picture_bytes').as('bytes')])
    .executeTakeFirstOrThrow();
  return {
    scans,
    picture_bytes: Number(bytes ?? 0),
    free_bytes: disk ? disk.bavail * disk.bsize : null,
    disk_bytes: disk ? disk.blocks * disk.bsize : null,
  };
}

async function readFailedScans(sql: Sql, now: Date): Promise<Status['failed_scans']> {
  const rows = await sql
    .selectFrom('scans')
    .select(['id', 'error_code', 'picture_media_type', 'picture_bytes', 'attempts', 'finished_at'])
    .where(indexedConditions.isFailedScan)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .limit(maxFailedScans)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.error_code ?? 'engine.failed',
    media_type: row.picture_media_type,
    bytes: row.picture_bytes,
    attempts: row.attempts,
    finished_at: row.finished_at?.toISOString() ?? null,
  }));
}
