import type { Kysely } from 'kysely';
import { type DeletionCause, recordAuditEvents } from '../audit/record-audit-event.ts';
import { decrementPending } from '../batches/decrement-pending.ts';
import { deleteBatch } from '../batches/delete-batch.ts';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { deleteScan } from '../scans/delete-scan.ts';
import { revokeToken } from './revoke-token.ts';

/**
 * How many things of each kind were deleted. A scan goes with its picture, a webhook with its
 * secrets.
 */
export type Purged = {
  readonly scans: number;
  readonly batches: number;
  readonly webhooks: number;
  readonly deliveries: number;
  readonly idempotency_keys: number;
};

export type PurgeDeps = { readonly sql: Kysely<Tables>; readonly store: ObjectStore; readonly keys: KeyRing };

/** What one step deleted; `done` when nothing is left. */
export type PurgeStep = { readonly deleted: Purged; readonly done: boolean };

const nothing: Purged = { scans: 0, batches: 0, webhooks: 0, deliveries: 0, idempotency_keys: 0 };

const purge: DeletionCause = { actor: 'operator', what: 'deleted' };

/** Things of a kind that one step deletes. */
const stepSize = 100;

/**
 * Deletes all that was made with a token, `step` by step until nothing is left. What an interrupted
 * call has not deleted, the next one does.
 *
 * @returns undefined when there is no such token
 */
export async function purgeAll(step: () => Promise<PurgeStep | null>): Promise<Purged | undefined> {
  let sum = nothing;
  for (;;) {
    const taken = await step();
    if (!taken) return undefined;
    sum = add(sum, taken.deleted);
    if (taken.done) return sum;
  }
}

/**
 * Takes one step: revokes the token if it is open, or else deletes some of what its owner has, 100
 * of each kind at most. Webhooks go first, so that nobody is told of the rest.
 *
 * @returns null when there is no such token
 */
export async function purgeSome(deps: PurgeDeps, id: string, now: Date): Promise<PurgeStep | null> {
  const { sql } = deps;
  const token = await sql
    .selectFrom('tokens')
    .select(['id', 'owner_id'])
    .where((where) => where(where.cast<string>('id', 'text'), '=', id))
    .executeTakeFirst();
  if (!token) return null;
  // A step of its own: requests that are under way then end before the last look.
  if (await revokeToken(sql, id, now)) return { deleted: nothing, done: false };
  let deleted = nothing;
  for (const deleteSome of [deleteWebhooks, deleteScans, deleteBatches]) {
    deleted = add(deleted, await deleteSome(deps, token.owner_id));
  }
  const done = Object.values(deleted).every((count) => count === 0);
  if (done) {
    await sql.deleteFrom('scan_quotas').where('owner_id', '=', token.owner_id).execute();
    await recordAuditEvents(sql, [{ actor: purge.actor, action: 'token.purged', subject: token.id }], now);
  }
  return { deleted, done };
}

function add(one: Purged, other: Purged): Purged {
  return {
    scans: one.scans + other.scans,
    batches: one.batches + other.batches,
    webhooks: one.webhooks + other.webhooks,
    deliveries: one.deliveries + other.deliveries,
    idempotency_keys: one.idempotency_keys + other.idempotency_keys,
  };
}

/** A webhook's deliveries may be many, so they go before it. */
async function deleteWebhooks({ sql }: PurgeDeps, ownerId: string): Promise<Purged> {
  const webhooks = sql.selectFrom('webhooks').select('id').where('owner_id', '=', ownerId);
  const found = sql.selectFrom('webhook_deliveries').select('id').where('webhook_id', 'in', webhooks).limit(stepSize);
  const { numDeletedRows } = await sql.deleteFrom('webhook_deliveries').where('id', 'in', found).executeTakeFirst();
  const deliveries = Number(numDeletedRows);
  if (deliveries > 0) return { ...nothing, deliveries };
  const gone = await sql.deleteFrom('webhooks').where('owner_id', '=', ownerId).executeTakeFirst();
  return { ...nothing, webhooks: Number(gone.numDeletedRows) };
}

async function deleteScans({ sql, store, keys }: PurgeDeps, ownerId: string): Promise<Purged> {
  const scans = await sql
    .selectFrom('scans')
    .select(['id', 'picture_key', 'idempotency_key'])
    .where('owner_id', '=', ownerId)
    .orderBy('id')
    .limit(stepSize)
    .execute();
  const gone = new Set<number>();
  // The webhooks are gone: nobody is told of the end of a batch, whatever time it is.
  const deps = { sql, store, onFinished: decrementPending(keys), now: () => new Date() };
  for (const { id, picture_key } of scans) {
    if (await deleteScan(deps, { id, pictureKey: picture_key }, purge)) gone.add(id);
  }
  const idempotencyKeys = scans.filter(({ id, idempotency_key: key }) => key !== null && gone.has(id)).length;
  return { ...nothing, scans: gone.size, idempotency_keys: idempotencyKeys };
}

/** Their scans are gone by then, but for those that did not fit into the step. */
async function deleteBatches({ sql, store }: PurgeDeps, ownerId: string): Promise<Purged> {
  const batches = await sql
    .selectFrom('batches')
    .select(['id', 'idempotency_key'])
    .where('owner_id', '=', ownerId)
    .where((where) => where.not(where.exists(where.selectFrom('scans').select('scans.id').whereRef('scans.batch_id', '=', 'batches.id'))))
    .orderBy('id')
    .limit(stepSize)
    .execute();
  const gone: (typeof batches)[number][] = [];
  for (const batch of batches) if (await deleteBatch(sql, store, batch.id, purge, new Date())) gone.push(batch);
  return { ...nothing, batches: gone.length, idempotency_keys: gone.filter(({ idempotency_key }) => idempotency_key !== null).length };
}
