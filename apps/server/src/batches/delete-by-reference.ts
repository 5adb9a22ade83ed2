import type { DeletionCause } from '../audit/record-audit-event.ts';
import type { BlindIndex } from '../crypto/blind-index.ts';
import { hasReference } from '../crypto/has-reference.ts';
import { type DeleteScanDeps, deleteScan } from '../scans/delete-scan.ts';
import { deleteBatch } from './delete-batch.ts';

/** How many were deleted. Scans of the batches are not counted again. */
export type DeletedByReference = { readonly scans: number; readonly batches: number };

export type DeleteByReferenceDeps = DeleteScanDeps & { readonly indexOf: BlindIndex };

/**
 * Deletes every scan and batch of an owner that has a reference, as `deleteScan` and `deleteBatch`
 * do: what a client knows of a person under one name goes in one step. Cut off, it is called again.
 */
export async function deleteByReference(
  deps: DeleteByReferenceDeps,
  ownerId: string,
  reference: string,
  cause: DeletionCause,
): Promise<DeletedByReference> {
  const { sql, store, indexOf, now } = deps;
  const batches = await sql
    .selectFrom('batches')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where((where) => hasReference(where, indexOf, ownerId, reference))
    .execute();
  const deleted = { scans: 0, batches: 0 };
  for (const { id } of batches) if (await deleteBatch(sql, store, id, cause, now())) deleted.batches += 1;
  const scans = await sql
    .selectFrom('scans')
    .select(['id', 'picture_key as pictureKey'])
    .where('owner_id', '=', ownerId)
    .where((where) => hasReference(where, indexOf, ownerId, reference))
    .execute();
  for (const scan of scans) if (await deleteScan(deps, scan, cause)) deleted.scans += 1;
  return deleted;
}
