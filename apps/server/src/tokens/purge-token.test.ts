import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { submitDeps } from '../../test/submit-deps.ts';
import { testKeys } from '../../test/test-keys.ts';
import { onePixelPng } from '../../test/uploads/pictures.ts';
import { submitBatch } from '../batches/submit-batch.ts';
import { createOutboundPolicy } from '../outbound/outbound-policy.ts';
import { createObjectKey } from '../pictures/stores/object-key.ts';
import { openMemoryStore } from '../pictures/stores/open-memory-store.ts';
import { submitOnce } from '../scans/submission/submit-once.ts';
import { createWebhook } from '../webhooks/create-webhook.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';
import { purgeSome } from './purge-token.ts';
import { tokensOf } from './tokens.ts';

const now = new Date();
const store = openMemoryStore();
const opened = useTestDatabase();

const sql = () => opened.database.sql;

/**
 * Makes a token whose owner has `scans` scans, one with a key, a batch of two files, and a webhook
 * that is to hear of two things.
 */
async function createOwner(scans: number): Promise<{ readonly id: string; readonly ownerId: string }> {
  const { id } = await tokensOf(sql(), store, testKeys.keys).create('desk');
  const { owner_id: ownerId } = await sql().selectFrom('tokens').select('owner_id').where('id', '=', id).executeTakeFirstOrThrow();
  const deps = { ...submitDeps(opened, store), maxWaitingScans: 10_000 };
  for (let scan = 0; scan < scans; scan += 1) {
    const key = scan === 0 ? 'key' : undefined;
    await submitOnce(deps, { actor: 'operator', ownerId, bytes: onePixelPng, mediaType: 'image/png', now }, key);
  }
  const pictureKey = createObjectKey();
  await store.put(pictureKey, onePixelPng);
  const stored = { pictureKey, dataKey: null, mediaType: 'image/png', bytes: onePixelPng.length };
  const files = [
    { fileName: 'one.png', stored },
    { fileName: 'notes.txt', refusal: { code: 'picture.unsupported', message: 'No picture.' } as const },
  ];
  await submitBatch(deps, { actor: 'operator', ownerId, files, reference: null, key: 'batch', fingerprint: 'f', now });
  const webhookDeps = {
    sql: sql(),
    keys: testKeys.keys,
    key: new Uint8Array(32),
    policy: createOutboundPolicy(false),
    now: () => new Date(),
    limit: 3,
  };
  await createWebhook(webhookDeps, ownerId, { url: 'https://hotel.example/hook' }, now);
  const data = { id: 1, reference: null, batch_id: null, status: 'completed' } as const;
  for (let event = 0; event < 2; event += 1) {
    await sql()
      .transaction()
      .execute((transaction) => enqueueEvent(transaction, { ownerId, key: undefined, now, type: 'scan.completed', data }));
  }
  return { id, ownerId };
}

/** Counts what all owners have, tables and pictures. */
async function countAll(): Promise<Record<string, number>> {
  const names = ['scans', 'batches', 'batch_items', 'webhooks', 'webhook_secrets', 'webhook_deliveries'] as const;
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (await sql().selectFrom(name).selectAll().execute()).length;
  let pictures = 0;
  for await (const _ of store.list()) pictures += 1;
  return { ...counts, pictures };
}

const ofOneOwner = { scans: 2, batches: 1, batch_items: 2, webhooks: 1, webhook_secrets: 1, webhook_deliveries: 2 };

test('all that a token made is deleted and counted, and nothing of anybody else', async () => {
  await createOwner(1);
  expect(await countAll()).toEqual({ ...ofOneOwner, pictures: 2 });
  const { id } = await createOwner(250);
  const tokens = tokensOf(sql(), store, testKeys.keys);
  // Cut short after the first steps.
  expect(await purgeSome({ sql: sql(), store, keys: testKeys.keys }, id, now)).toMatchObject({ deleted: { scans: 0 }, done: false });
  expect(await purgeSome({ sql: sql(), store, keys: testKeys.keys }, id, now)).toEqual({
    deleted: { scans: 100, batches: 0, webhooks: 0, deliveries: 2, idempotency_keys: 1 },
    done: false,
  });
  expect(await tokens.purge(id)).toEqual({ scans: 151, batches: 1, webhooks: 1, deliveries: 0, idempotency_keys: 1 });
  expect(await countAll()).toEqual({ ...ofOneOwner, pictures: 2 });
  expect(await tokens.purge(id)).toEqual({ scans: 0, batches: 0, webhooks: 0, deliveries: 0, idempotency_keys: 0 });
  expect(await tokens.revoke(id)).toBe(false);
  expect(await tokens.purge('no such id')).toBeUndefined();
  const events = await sql().selectFrom('audit_events').select(['actor', 'action']).where('subject', '=', id).orderBy('id').execute();
  // Once for each time that it was asked for.
  expect(events.map(({ actor, action }) => `${actor}: ${action}`)).toEqual(
    ['token.created', 'token.revoked', 'token.purged', 'token.purged'].map((action) => `operator: ${action}`),
  );
}, 60_000);

test('a revoked token leaves its scans, and its webhooks hear of nothing any more', async () => {
  const { scans: before } = await countAll();
  const { id, ownerId } = await createOwner(1);
  await tokensOf(sql(), store, testKeys.keys).revoke(id);
  expect(await countAll()).toMatchObject({ scans: before! + 2 });
  const webhooks = await sql().selectFrom('webhooks').select(['id', 'disabled_reason']).where('owner_id', '=', ownerId).execute();
  expect(webhooks).toEqual([{ id: expect.any(String), disabled_reason: 'owner' }]);
  const deliveries = await sql().selectFrom('webhook_deliveries').select('status').where('webhook_id', '=', webhooks[0]!.id).execute();
  expect(deliveries).toEqual([{ status: 'dead' }, { status: 'dead' }]);
});
