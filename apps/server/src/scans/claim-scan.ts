import type { Database } from '../database/database.ts';
import { batchChannel, notify, startedChannel } from '../notifications/channels.ts';
import type { PictureOfScan } from '../pictures/sealed-pictures.ts';

/**
 * A scan in the hands of one worker. Only the claim with the newest attempt can finish the scan.
 */
export type Claim = PictureOfScan & {
  readonly scanId: number;
  readonly attempt: number;
  /** What the reading is sealed with, wrapped; null where it is not. */
  readonly dataKey: string | null;
  /** How long its picture is kept once it has ended, seconds; null: as long as the scan. */
  readonly pictureRetentionS: number | null;
  /** Whether what is printed for people is to be read, too. */
  readonly visual: boolean;
  /** Whether barcodes are. */
  readonly barcodes: boolean;
  readonly createdAt: Date;
};

/**
 * Marks a scan as being processed, also one whose worker died, and wakes whoever watches it.
 * Returns undefined when it is finished or gone: nothing is left to do.
 *
 * The commit does not wait for the disk: after a loss of power the scan is queued again, as it
 * would be in any case.
 *
 * @param unreleased an attempt of this scan that was to be given back and could not be: it is made
 *   again, not counted again
 */
export function claimScan({ relaxed }: Pick<Database, 'relaxed'>, scanId: number, unreleased?: number): Promise<Claim | undefined> {
  return relaxed.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('scans')
      .set((set) => ({
        status: 'processing',
        attempts: set
          .case()
          .when('attempts', '=', unreleased ?? -1)
          .then(set.ref('attempts'))
          .else(set('attempts', '+', 1))
          .end(),
      }))
      .where('id', '=', scanId)
      .where('status', 'in', ['queued', 'processing'])
      .returning([
        'attempts',
        'owner_id',
        'data_key',
        'picture_key',
        'picture_data_key',
        'picture_retention_s',
        'visual',
        'barcodes',
        'batch_id',
        'created_at',
      ])
      .executeTakeFirst();
    if (!row) return undefined;
    await notify(transaction, startedChannel, scanId);
    if (row.batch_id !== null) await notify(transaction, batchChannel, row.batch_id);
    return {
      scanId,
      attempt: row.attempts,
      ownerId: row.owner_id,
      dataKey: row.data_key,
      pictureKey: row.picture_key,
      pictureDataKey: row.picture_data_key,
      pictureRetentionS: row.picture_retention_s,
      visual: row.visual === 1,
      barcodes: row.barcodes === 1,
      createdAt: row.created_at,
    };
  });
}

/**
 * Gives a claim back, as if it had not been made. Does nothing where it is no longer the newest.
 */
export async function releaseScan(
  { relaxed }: Pick<Database, 'relaxed'>,
  { scanId, attempt }: Pick<Claim, 'scanId' | 'attempt'>,
): Promise<void> {
  await relaxed
    .updateTable('scans')
    .set({ status: 'queued', attempts: attempt - 1 })
    .where('id', '=', scanId)
    .where('status', '=', 'processing')
    .where('attempts', '=', attempt)
    .execute();
}
