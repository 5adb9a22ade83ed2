import { type Kysely, sql as rawSql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/object-store.ts';
import { finishedChannel } from './finished-channel.ts';

/**
 * Deletes a scan with everything that belongs to it: picture and result, and by the database's own references its idempotency key and the
 * webhook payloads about it.
 *
 * The picture goes before the row is committed as gone: were it the other way round, a kill in between would leave a picture that nothing
 * names. A worker that has the scan in hand finds no row to write its result to; whoever waits for the scan is woken.
 *
 * @returns false when there was no such scan any more
 */
export function deleteScan(
  sql: Kysely<Tables>,
  store: ObjectStore,
  scan: { readonly id: number; readonly pictureKey: string },
): Promise<boolean> {
  return sql.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction.deleteFrom('scans').where('id', '=', scan.id).executeTakeFirstOrThrow();
    await store.delete(scan.pictureKey);
    await rawSql`select pg_notify(${finishedChannel}, ${String(scan.id)})`.execute(transaction);
    return numDeletedRows > 0n;
  });
}
