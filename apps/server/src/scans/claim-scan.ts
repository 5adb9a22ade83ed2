import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A scan in the hands of one worker. Only the claim with the newest attempt can finish the scan. */
export type Claim = { readonly scanId: number; readonly attempt: number; readonly pictureKey: string };

/** Marks a scan as being processed, also one whose worker died. Returns undefined when it is finished or gone: nothing is left to do. */
export async function claimScan(sql: Kysely<Tables>, scanId: number): Promise<Claim | undefined> {
  const row = await sql
    .updateTable('scans')
    .set((set) => ({ status: 'PRO', attempts: set('attempts', '+', 1) }))
    .where('id', '=', scanId)
    .where('status', 'in', ['NEW', 'PRO'])
    .returning(['attempts', 'picture_key'])
    .executeTakeFirst();
  return row && { scanId, attempt: row.attempts, pictureKey: row.picture_key };
}
