import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import { type DeleteScanDeps, deleteScan } from './delete-scan.ts';
import { type Scan, scanColumns, toScan } from './scan.ts';
import { type Submission, type SubmitScanDeps, submitScan } from './submit-scan.ts';

type Once = { readonly scan: Scan /** Whether it was there already. */; readonly replayed: boolean };

/** Another request took the key while this one stored its picture. */
class KeyTaken extends Error {}

/**
 * Takes a picture in as `submitScan` does, but only once under a key of the client's own: whoever sends it again gets the same scan, as
 * long as there is that scan. Key and scan commit together, so of many requests at the same time one makes the scan.
 *
 * @param key unique among the owner's; undefined to take the picture in every time
 * @throws ServiceError `idempotency.mismatch` when the key stands for something else, `queue.full`
 */
export async function submitOnce(deps: SubmitScanDeps, submission: Submission, key: string | undefined): Promise<Once> {
  if (key === undefined) return { scan: await submitScan(deps, submission), replayed: false };
  const fingerprint = takeFingerprint(submission);
  for (;;) {
    const known = await findByKey(deps, submission.ownerId, key, submission.now);
    if (known) {
      if (known.fingerprint === fingerprint) return { scan: known.scan, replayed: true };
      throw new ServiceError(
        'idempotency.mismatch',
        'This Idempotency-Key was sent before with another body. Use a key once for each scan.',
      );
    }
    try {
      const reserve = (transaction: Transaction<Tables>, scanId: number) =>
        reserveKey(transaction, submission.ownerId, key, fingerprint, scanId);
      return { scan: await submitScan(deps, submission, reserve), replayed: false };
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw error;
    }
  }
}

function takeFingerprint({ bytes, reference = null }: Submission): string {
  return createHash('sha256').update(JSON.stringify(reference)).update(bytes).digest('hex');
}

async function findByKey(
  deps: DeleteScanDeps,
  ownerId: string,
  key: string,
  now: Date,
): Promise<{ readonly scan: Scan; readonly fingerprint: string } | undefined> {
  const row = await withKey(deps.sql, ownerId, key);
  if (!row) return undefined;
  const scan = toScan(row);
  if (scan.expiresAt > now) return { scan, fingerprint: row.fingerprint };
  // Its time is over and its key free again, though nobody has tidied up yet.
  await deleteScan(deps, scan);
  return undefined;
}

function withKey(sql: Kysely<Tables>, ownerId: string, key: string) {
  return sql
    .selectFrom('idempotency_keys')
    .innerJoin('scans', 'scans.id', 'idempotency_keys.scan_id')
    .select(['idempotency_keys.fingerprint', ...scanColumns.map((column) => `scans.${column}` as const)])
    .where('idempotency_keys.owner_id', '=', ownerId)
    .where('idempotency_keys.key', '=', key)
    .executeTakeFirst();
}

async function reserveKey(
  transaction: Transaction<Tables>,
  ownerId: string,
  key: string,
  fingerprint: string,
  scanId: number,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('idempotency_keys')
    .values({ owner_id: ownerId, key, fingerprint, scan_id: scanId })
    .onConflict((conflict) => conflict.columns(['owner_id', 'key']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new KeyTaken();
}
