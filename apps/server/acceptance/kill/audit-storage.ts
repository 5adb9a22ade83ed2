import { openEmbeddedDatabase } from '../../src/database/open-embedded-database.ts';
import { openDiskStore } from '../../src/pictures/open-disk-store.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Findings } from './findings.ts';

/** Looks into the data folder of a service that has stopped, and notes what should not be in it. */
export async function auditStorage(dataDirectory: string, { deletions, deletionsAsked }: Acknowledged, findings: Findings): Promise<void> {
  const database = await openEmbeddedDatabase(dataDirectory);
  const scans = await database.sql.selectFrom('scans').select(['id', 'status', 'picture_key', 'reference', 'batch_id']).execute();
  await database.close();
  const pictures = new Set<string>();
  const store = await openDiskStore(`${dataDirectory}/pictures`, new Uint8Array(32));
  for await (const { key } of store.list()) pictures.add(key);
  await store.close();
  const references = new Set<string>();
  for (const { id, status, picture_key: key, reference, batch_id: batchId } of scans) {
    if (status !== 'completed') findings.leftOver.push(`scan ${id} is ${status}`);
    if (deletions.has(id)) findings.undone.push(`the row of scan ${id}`);
    if (!pictures.delete(key))
      findings.lost.push(`the picture of scan ${id}${deletionsAsked.has(id) ? ', whose deletion was asked for' : ''}`);
    // A client's reference is its key.
    if (batchId === null && reference !== null && references.has(reference)) findings.doubled.push(`scan ${id} for ${reference}`);
    if (reference !== null) references.add(reference);
  }
  for (const key of pictures) findings.leftOver.push(`picture ${key}, which no scan names`);
}
