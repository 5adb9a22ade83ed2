import type { Database } from '../../src/database/database.ts';
import { openEmbeddedDatabase } from '../../src/database/open-embedded-database.ts';
import type { ObjectStore } from '../../src/pictures/stores/object-store.ts';
import { openDiskStore } from '../../src/pictures/stores/open-disk-store.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Findings } from './findings.ts';

/** Looks into the data folder of a service that has stopped, and notes what should not be in it. */
export async function auditDataDirectory(dataDirectory: string, acknowledged: Acknowledged, findings: Findings): Promise<void> {
  const database = await openEmbeddedDatabase(dataDirectory);
  const store = await openDiskStore(`${dataDirectory}/pictures`, new Uint8Array(32));
  await auditStorage({ database, store }, acknowledged, findings);
  await Promise.all([database.close(), store.close()]);
}

export type AuditedStorage = { readonly database: Database; readonly store: ObjectStore };

/**
 * Looks at all scans and pictures while nobody works on them, and notes what does not belong
 * together.
 */
export async function auditStorage(
  { database, store }: AuditedStorage,
  { deletions, deletionsAsked }: Acknowledged,
  findings: Findings,
): Promise<void> {
  const scans = await database.sql.selectFrom('scans').select(['id', 'status', 'picture_key', 'reference', 'batch_id']).execute();
  const pictures = new Set<string>();
  for await (const { key } of store.list()) pictures.add(key);
  const references = new Set<string>();
  for (const { id, status, picture_key: key, reference, batch_id: batchId } of scans) {
    if (!['completed', 'failed'].includes(status)) findings.leftOver.push(`scan ${id} is ${status}`);
    if (deletions.has(id)) findings.undone.push(`the row of scan ${id}`);
    if (!pictures.delete(key))
      findings.lost.push(`the picture of scan ${id}${deletionsAsked.has(id) ? ', whose deletion was asked for' : ''}`);
    // A client's reference is its key.
    if (batchId === null && reference !== null && references.has(reference)) findings.doubled.push(`scan ${id} for ${reference}`);
    if (reference !== null) references.add(reference);
  }
  for (const key of pictures) findings.leftOver.push(`picture ${key}, which no scan names`);
}
