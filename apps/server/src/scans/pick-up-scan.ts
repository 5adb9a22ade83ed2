import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { isFinished, type ScanSummary } from './scan.ts';

export type PickUpDeps = {
  readonly sql: Kysely<Tables>;
  readonly now: () => Date;
  /** How long a result is kept once somebody has it; undefined: as long as one that nobody has. */
  readonly pickUpMs: number | undefined;
};

/**
 * Hears that a result leaves the service, before it does: from then on it is kept only so long that
 * an answer which was lost on its way can be asked for once more.
 */
export async function pickUpScan({ sql, now, pickUpMs }: PickUpDeps, scan: ScanSummary): Promise<void> {
  if (pickUpMs === undefined || !isFinished(scan)) return;
  const end = new Date(now().getTime() + pickUpMs);
  if (scan.expiresAt <= end) return;
  await sql.updateTable('scans').set({ expires_at: end }).where('id', '=', scan.id).where('expires_at', '>', end).execute();
}
