import { type Reading, v1Result } from '@ocr-web/reader';
import { type Kysely, sql as rawSql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Claim } from './claim-scan.ts';
import { finishedChannel } from './finished-channel.ts';

export type Outcome = { readonly status: 'COM'; readonly reading: Reading } | { readonly status: 'ERR'; readonly errorCode: string };

/**
 * Writes the end of a scan and wakes whoever waits for it, in one transaction.
 *
 * @returns false when the claim is no longer the newest or the scan is gone; then nothing was written
 */
export function finishScan(sql: Kysely<Tables>, claim: Claim, outcome: Outcome, now: Date): Promise<boolean> {
  return sql.transaction().execute(async (transaction) => {
    const values =
      outcome.status === 'COM'
        ? { result: JSON.stringify(v1Result(outcome.reading)), reading: JSON.stringify(outcome.reading) }
        : { error_code: outcome.errorCode };
    const { numUpdatedRows } = await transaction
      .updateTable('scans')
      .set({ status: outcome.status, finished_at: now, ...values })
      .where('id', '=', claim.scanId)
      .where('status', '=', 'PRO')
      .where('attempts', '=', claim.attempt)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await rawSql`select pg_notify(${finishedChannel}, ${String(claim.scanId)})`.execute(transaction);
    return true;
  });
}
