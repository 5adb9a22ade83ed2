import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * Is called once for each scan, in the transaction in which it ends or is deleted before it did:
 * writes what follows of it elsewhere. Scans know nothing of batches, and this is how a batch hears
 * of them.
 */
export type ScanFinishedHook = (transaction: Transaction<Tables>, scan: { readonly batchId: number | null }, now: Date) => Promise<void>;
