import type { BatchBody } from '@ocr-web/api';
import { type Batch, isBatchFinished } from '../../../batches/batch.ts';

/** Returns the answer of v2 for a batch. */
export function renderBatch(batch: Batch): BatchBody {
  return {
    id: batch.id,
    object: 'batch',
    status: isBatchFinished(batch) ? 'completed' : 'processing',
    reference: batch.reference,
    created_at: batch.createdAt.toISOString(),
    finished_at: batch.finishedAt?.toISOString() ?? null,
    expires_at: batch.expiresAt.toISOString(),
    counts: batch.counts,
  };
}
