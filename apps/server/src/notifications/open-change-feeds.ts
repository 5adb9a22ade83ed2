import type { Database } from '../database/database.ts';
import { batchChannel, finishedChannel, startedChannel } from './channels.ts';
import { type ChangeFeed, openChangeFeed } from './open-change-feed.ts';

/** What can be waited for. */
export type ChangeFeeds = {
  /** The end of a scan. */
  readonly ended: ChangeFeed;
  /** Any change of a scan: begun, ended or deleted. */
  readonly scans: ChangeFeed;
  /**
   * Any change of a batch: one of its scans begun, ended or deleted, or the batch itself deleted.
   */
  readonly batches: ChangeFeed;
  /** Lets everybody go on at once. */
  readonly close: () => Promise<void>;
};

/** Listens for everything that requests may wait for. */
export async function openChangeFeeds(database: Pick<Database, 'listen'>): Promise<ChangeFeeds> {
  const ended = await openChangeFeed(database, [finishedChannel]);
  const scans = await openChangeFeed(database, [startedChannel, finishedChannel]);
  const batches = await openChangeFeed(database, [batchChannel]);
  const close = async () => {
    for (const feed of [ended, scans, batches]) await feed.close();
  };
  return { ended, scans, batches, close };
}
