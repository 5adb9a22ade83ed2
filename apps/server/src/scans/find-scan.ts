import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type Scan, scanColumns, toScan } from './scan.ts';

/** Returns the owner's scan, or undefined: somebody else's and an expired one are as good as missing. */
export async function findScan(sql: Kysely<Tables>, ownerId: string, id: number, now: Date): Promise<Scan | undefined> {
  const row = await sql
    .selectFrom('scans')
    .select(scanColumns)
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && toScan(row);
}
