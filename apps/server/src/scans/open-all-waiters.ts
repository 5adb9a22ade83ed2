import type { Database } from '../database/database.ts';
import { batchChannel, finishedChannel, startedChannel } from './channels.ts';
import { openWaiters, type Waiters } from './open-waiters.ts';

/** What can be waited for. */
export type AllWaiters = {
  /** The end of a scan. */
  readonly ended: Waiters;
  /** Any change of a scan: begun, ended or deleted. */
  readonly scans: Waiters;
  /** Any change of a batch: one of its scans begun, ended or deleted, or the batch itself deleted. */
  readonly batches: Waiters;
  /** Lets everybody go on at once. */
  readonly close: () => Promise<void>;
};

/** Listens for everything that requests may wait for. */
export async function openAllWaiters(database: Pick<Database, 'listen'>): Promise<AllWaiters> {
  const ended = await openWaiters(database, [finishedChannel]);
  const scans = await openWaiters(database, [startedChannel, finishedChannel]);
  const batches = await openWaiters(database, [batchChannel]);
  const close = async () => {
    for (const waiters of [ended, scans, batches]) await waiters.close();
  };
  return { ended, scans, batches, close };
}
