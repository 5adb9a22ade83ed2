import type { Reading } from '@ocr-web/reader';
import { type Kysely, sql as rawSql, type UpdateObject } from 'kysely';
import { renderActor } from '../../audit/audit-event.ts';
import { type DataKey, type KeyRing, unsealText } from '../../crypto/key-ring.ts';
import type { Database } from '../../database/database.ts';
import { runTemplate } from '../../database/statement-template.ts';
import type { Tables } from '../../database/tables.ts';
import { finishedChannel, notifyOf } from '../../notifications/channels.ts';
import { enabledWebhooksOf, enqueueEvent } from '../../webhooks/enqueue-event.ts';
import { type SummaryRow, scanSummaryColumns, summarize } from '../scan.ts';
import type { ScanFinishedHook } from '../scan-finished-hook.ts';
import { sealReading } from '../stored-reading.ts';
import type { Claim } from './claim-scan.ts';
import type { AwaitingReader, FinishedScans } from './finished-scans.ts';

export type Outcome =
  | { readonly status: 'completed'; readonly reading: Reading }
  | { readonly status: 'failed'; readonly errorCode: string };

export type FinishScanDeps = {
  readonly sql: Kysely<Tables>;
  /** Where it is a server, a statement can write to more than one table. */
  readonly engine?: Database['engine'];
  readonly keys: KeyRing;
  readonly onFinished: ScanFinishedHook;
  /** Those of this process who wait for scans. */
  readonly finished?: FinishedScans | undefined;
  /** The span in which the scan was processed, where that is traced. */
  readonly traceparent?: string | undefined;
};

/**
 * Writes the end of a scan, stores what its owner's webhooks are to be told, and wakes whoever
 * waits for it, in one transaction, to which `onFinished` adds what follows of it.
 *
 * @returns false when the claim is no longer the newest or the scan is gone; then nothing was
 *   written
 */
export async function finishScan(
  deps: FinishScanDeps,
  claim: Pick<Claim, 'scanId' | 'attempt' | 'ownerId' | 'dataKey' | 'pictureRetentionS' | 'isAlone'>,
  outcome: Outcome,
  now: Date,
): Promise<boolean> {
  const key = await deps.keys.open(claim.dataKey, claim.ownerId);
  const pictureEnd = claim.pictureRetentionS === null ? null : new Date(now.getTime() + claim.pictureRetentionS * 1000);
  const reading = outcome.status === 'completed' ? outcome.reading : null;
  const values = {
    status: outcome.status,
    finished_at: now,
    picture_expires_at: pictureEnd,
    ...(reading && { reading: sealReading(key, reading) }),
    ...(outcome.status === 'failed' && { error_code: outcome.errorCode }),
  };
  const readers = deps.finished?.readersOf(claim.scanId) ?? [];
  const writing = writeEnd(deps, claim, { values, key, readers, now });
  deps.finished?.write(claim.scanId, writing, (row) => ({ ...summarize(key, row), reading }));
  return (await writing) !== undefined;
}

type FinishedValues = UpdateObject<Tables, 'scans'> & Pick<Outcome, 'status'>;

/** What is written of the end of a scan. */
type End = {
  readonly values: FinishedValues;
  readonly key: DataKey | undefined;
  /** Who is given the result. */
  readonly readers: readonly AwaitingReader[];
  readonly now: Date;
};

/** Returns the row as it is then; undefined when nothing was written. */
async function writeEnd(
  deps: FinishScanDeps,
  claim: Pick<Claim, 'scanId' | 'attempt' | 'ownerId' | 'isAlone'>,
  end: End,
): Promise<SummaryRow | undefined> {
  return (claim.isAlone && (await finishAlone(deps, claim, end))) || (await finishAndTell(deps, claim, end));
}

const columns = rawSql.join(scanSummaryColumns.map((column) => rawSql.ref(column)));

/** Writes the end of the claimed scan, and wakes whoever waits for it. */
function updateClaimed(sql: Kysely<Tables>, claim: Pick<Claim, 'scanId' | 'attempt'>, values: FinishedValues) {
  return sql
    .updateTable('scans')
    .set(values)
    .where('id', '=', claim.scanId)
    .where('status', '=', 'processing')
    .where('attempts', '=', claim.attempt)
    .returning([...scanSummaryColumns, notifyOf(finishedChannel, 'id').as('told')]);
}

/**
 * Nothing follows of a scan without a batch whose owner has no webhook: then its end is one
 * statement, on a server with what the audit log says of those who wait for it: they are given the
 * result as soon as it is stored. Returns undefined, and writes nothing, where something does.
 */
async function finishAlone(
  { engine, sql }: Pick<FinishScanDeps, 'engine' | 'sql'>,
  { scanId, attempt, ownerId }: Pick<Claim, 'scanId' | 'attempt' | 'ownerId'>,
  { values, readers, now }: End,
): Promise<SummaryRow | undefined> {
  const claim = { scanId, attempt, ownerId };
  if (engine !== 'postgres' || readers.length === 0) return await updateAlone(sql, claim, values).executeTakeFirst();
  const actors = readers.map(({ actor }) => renderActor(actor));
  const [row] = await runTemplate(sql, finishAlone, { ...claim, now, actors, ...values }, (slots) => {
    const { scanId, attempt, ownerId, now, actors, ...values } = slots;
    return rawSql<SummaryRow>`
      with ended as (${updateAlone(sql, { scanId, attempt, ownerId }, values)}),
      event as (
        insert into audit_events (at, actor, action, subject)
        select cast(${now} as timestamptz), unnest(cast(${actors} as text[])), 'scan.result_read', cast(id as text) from ended)
      select ${columns} from ended`;
  });
  if (row) for (const reader of readers) reader.isRecorded = true;
  return row;
}

function updateAlone(sql: Kysely<Tables>, claim: Pick<Claim, 'scanId' | 'attempt' | 'ownerId'>, values: FinishedValues) {
  return updateClaimed(sql, claim, values)
    .where('batch_id', 'is', null)
    .where(({ not, exists }) => not(exists(enabledWebhooksOf(sql, claim.ownerId).select('id'))));
}

async function finishAndTell(
  { sql, onFinished, traceparent }: FinishScanDeps,
  claim: Pick<Claim, 'scanId' | 'attempt' | 'ownerId'>,
  { values, key, now }: End,
): Promise<SummaryRow | undefined> {
  const { scanId, ownerId } = claim;
  return await sql.transaction().execute(async (transaction) => {
    const scan = await updateClaimed(transaction, claim, values).executeTakeFirst();
    if (!scan) return undefined;
    const { batch_id } = scan;
    const reference = scan.reference === null ? null : unsealText(key, 'reference', scan.reference);
    const about = { id: scanId, reference, batch_id };
    const event =
      values.status === 'completed'
        ? ({ type: 'scan.completed', data: { ...about, status: 'completed' } } as const)
        : ({ type: 'scan.failed', data: { ...about, status: 'failed' } } as const);
    await enqueueEvent(transaction, { ownerId, key, scanId, traceparent, now, ...event });
    await onFinished(transaction, { batchId: batch_id }, now);
    return scan;
  });
}
