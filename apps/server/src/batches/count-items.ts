import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { BatchCounts } from './batch.ts';

const nothing: BatchCounts = { total: 0, queued: 0, processing: 0, completed: 0, failed: 0 };

/** Counts the files of batches by their state. */
export async function countItems(sql: Kysely<Tables>, batchIds: readonly number[]): Promise<(batchId: number) => BatchCounts> {
  const counts = new Map<number, BatchCounts>();
  const rows = batchIds.length === 0 ? [] : await selectCounts(sql, batchIds);
  for (const { batch_id, status, files } of rows) {
    const before = counts.get(batch_id) ?? nothing;
    const state = status ?? 'failed';
    counts.set(batch_id, { ...before, total: before.total + files, [state]: before[state] + files });
  }
  return (batchId) => counts.get(batchId) ?? nothing;
}

function selectCounts(sql: Kysely<Tables>, batchIds: readonly number[]) {
  return sql
    .selectFrom('batch_items')
    .leftJoin('scans', 'scans.id', 'batch_items.scan_id')
    .select((select) => ['batch_items.batch_id', 'scans.status', select.fn.countAll<number>().as('files')])
    .where('batch_items.batch_id', 'in', batchIds)
    .groupBy(['batch_items.batch_id', 'scans.status'])
    .execute();
}
