import type { Reading } from '@ocr-web/reader';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { decodeReading } from './stored-reading.ts';

/** Returns everything that was read in a scan; null until it is completed, and once it is gone. */
export async function findReading(sql: Kysely<Tables>, scanId: number): Promise<Reading | null> {
  const row = await sql.selectFrom('scans').select('reading').where('id', '=', scanId).executeTakeFirst();
  return row?.reading ? decodeReading(row.reading) : null;
}
