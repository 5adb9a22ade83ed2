import { createHash } from 'node:crypto';
import { expiry } from '../../audit/record-audit-event.ts';
import { ServiceError } from '../../errors/service-error.ts';
import { deleteScan } from '../delete-scan.ts';
import { type Scan, scanColumns, toScan } from '../scan.ts';
import { type Submission, type SubmitScanDeps, submitScan, submitUnderKey } from './submit-scan.ts';

type Once = { readonly scan: Scan /** Whether it was there already. */; readonly replayed: boolean };

/**
 * Takes a picture in as `submitScan` does, but only once under a key of the client's own: whoever
 * sends it again gets the same scan, as long as there is that scan. The key is unique in the scan's
 * row, so of many requests at the same time one makes the scan.
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
    const scan = await submitUnderKey(deps, submission, { idempotency_key: key, fingerprint });
    if (scan) return { scan, replayed: false };
    // Another request took the key while this one stored its picture.
  }
}

function takeFingerprint({ bytes, reference = null, visual = false, portrait = false, barcodes = false }: Submission): string {
  return createHash('sha256')
    .update(JSON.stringify(reference))
    .update(visual ? 'visual' : '')
    .update(portrait ? 'portrait' : '')
    .update(barcodes ? 'barcodes' : '')
    .update(bytes)
    .digest('hex');
}

async function findByKey(
  deps: SubmitScanDeps,
  ownerId: string,
  key: string,
  now: Date,
): Promise<{ readonly scan: Scan; readonly fingerprint: string | null } | undefined> {
  const row = await deps.sql
    .selectFrom('scans')
    .select([...scanColumns, 'fingerprint'])
    .where('owner_id', '=', ownerId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  const scan = await toScan(deps.keys, row);
  if (scan.expiresAt > now) return { scan, fingerprint: row.fingerprint };
  // Its time is over and its key free again, though nobody has tidied up yet.
  await deleteScan(deps, scan, expiry);
  return undefined;
}
