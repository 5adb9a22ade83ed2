import { type Selectable, sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import type { TakeRow } from '../../jobs/job-queue.ts';
import { batchChannel, notifyOf, startedChannel } from '../../notifications/channels.ts';
import type { PictureOfScan } from '../../pictures/sealed-pictures.ts';

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
  /** Whether portrait and signature are to be found, too. */
  readonly portrait: boolean;
  /** Whether barcodes are. */
  readonly barcodes: boolean;
  readonly createdAt: Date;
  /** Whether it has no batch, and its owner had no webhook when it was claimed. */
  readonly isAlone: boolean;
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
export async function claimScan({ relaxed }: Pick<Database, 'relaxed'>, scanId: number, unreleased?: number): Promise<Claim | undefined> {
  const row = await relaxed
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
    .returning(claimColumns)
    .returning(hasWebhooks.as('has_webhooks'))
    .returning([notifyOf(startedChannel, 'id').as('told'), notifyOf(batchChannel, 'batch_id').as('told_batch')])
    .executeTakeFirst();
  return row && toClaim(scanId, row);
}

/**
 * Claims the scan of a job in the statement that takes the job. Returns what `takenClaim` makes a
 * claim of.
 */
export const takeScan: TakeRow = (jobs) => `
  update scans set status = 'processing', attempts = attempts + 1 from ${jobs}
  where scans.id = case when jsonb_typeof(${jobs}.data -> 'scanId') = 'number' then (${jobs}.data ->> 'scanId')::bigint end
    and scans.status in ('queued', 'processing')
  returning ${jobs}.id as job_id,
    json_build_object(${claimColumns.map((column) => `'${column}', scans.${column}`).join(', ')},
      'has_webhooks', exists (select 1 from webhooks where webhooks.owner_id = scans.owner_id and disabled_reason is null)) as row,
    pg_notify('${startedChannel}', scans.id::text) as told,
    case when scans.batch_id is not null then pg_notify('${batchChannel}', scans.batch_id::text) end as told_batch`;

/**
 * Returns the claim that `takeScan` made; undefined where it made none.
 *
 * @param row what it returned
 */
export function takenClaim(scanId: number, row: unknown): Claim | undefined {
  if (row === null) return undefined;
  const taken = row as Omit<ClaimedRow, 'created_at'> & { readonly created_at: string };
  return toClaim(scanId, { ...taken, created_at: new Date(taken.created_at) });
}

const hasWebhooks = sql<boolean | number>`
  exists (select 1 from webhooks where webhooks.owner_id = scans.owner_id and disabled_reason is null)`;

const claimColumns = [
  'attempts',
  'owner_id',
  'data_key',
  'picture_key',
  'picture_data_key',
  'picture_retention_s',
  'visual',
  'portrait',
  'barcodes',
  'batch_id',
  'created_at',
] as const;

type ClaimedRow = Pick<Selectable<Tables['scans']>, (typeof claimColumns)[number]> & { readonly has_webhooks: boolean | number };

function toClaim(scanId: number, row: ClaimedRow): Claim {
  return {
    scanId,
    attempt: row.attempts,
    ownerId: row.owner_id,
    dataKey: row.data_key,
    pictureKey: row.picture_key,
    pictureDataKey: row.picture_data_key,
    pictureRetentionS: row.picture_retention_s,
    visual: row.visual === 1,
    portrait: row.portrait === 1,
    barcodes: row.barcodes === 1,
    createdAt: row.created_at,
    isAlone: row.batch_id === null && !row.has_webhooks,
  };
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
