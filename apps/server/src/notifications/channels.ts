import { type Kysely, type RawBuilder, sql as rawSql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Where the database tells of scans that a worker took up; the payload is the scan's id. */
export const startedChannel = 'scan_started';

/** Where the database tells of scans that ended or were deleted; the payload is the scan's id. */
export const finishedChannel = 'scan_finished';

/**
 * Where the database tells of batches in which something has changed; the payload is the batch's
 * id.
 */
export const batchChannel = 'batch_changed';

/** Tells a channel of a row, once the transaction has committed. */
export async function notify(transaction: Kysely<Tables>, channel: string, id: number): Promise<void> {
  await rawSql`select pg_notify(${channel}, ${String(id)})`.execute(transaction);
}

/**
 * Makes what a statement returns to tell a channel of each row that it changes, once that is
 * committed: one statement instead of two in a transaction.
 *
 * @param column of the row, with the id that is told; where it is null nothing is
 */
export function notifyOf(channel: string, column: 'id' | 'batch_id'): RawBuilder<unknown> {
  const id = rawSql.ref(column);
  return rawSql`case when ${id} is not null then pg_notify(${channel}, cast(${id} as text)) end`;
}
