import type { Reading } from '@ocr-web/reader';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Returns everything that was read in a scan; undefined until it has ended as COM, and once it is gone. */
export async function findReading(sql: Kysely<Tables>, scanId: number): Promise<Reading | undefined> {
  const row = await sql.selectFrom('scans').select('reading').where('id', '=', scanId).executeTakeFirst();
  return row?.reading ?? undefined;
}
