import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { specimenReading } from '../../test/specimen-reading.ts';
import { testKeys } from '../../test/test-keys.ts';
import { decrementPending } from '../batches/decrement-pending.ts';
import { createOutboundPolicy } from '../outbound/outbound-policy.ts';
import { finishScan } from '../scans/processing/finish-scan.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteDeliveriesOfBatches, deleteOldDeliveries } from './delete-deliveries.ts';
import { enqueueEvent } from './enqueue-event.ts';
import { listDeliveries } from './list-deliveries.ts';
import { resendDeadLetter } from './resend-dead-letter.ts';
import { resendDelivery } from './resend-delivery.ts';
import { rotateSecret } from './rotate-secret.ts';
import { sendTestEvent } from './send-test-event.ts';
import { updateWebhook } from './update-webhook.ts';
import { deleteWebhook, findWebhook, listWebhooks } from './webhook.ts';
import { readSecrets } from './webhook-secrets.ts';

const owner = '00000000-0000-4000-8000-000000000001';
const stranger = '00000000-0000-4000-8000-000000000002';
const now = new Date('2026-11-23T12:00:00Z');
const hour = 3_600_000;
const later = (ms: number) => new Date(now.getTime() + ms);
const url = 'https://hotel.example/hook';

const opened = useTestDatabase();
beforeEach(() => opened.database.sql.deleteFrom('webhooks').execute());

const sql = () => opened.database.sql;
const deps = () => ({
  sql: sql(),
  keys: testKeys.keys,
  key: new Uint8Array(32),
  policy: createOutboundPolicy(false),
  now: () => new Date(),
  limit: 3,
});
const create = (ownerId = owner, events?: ('scan.completed' | 'scan.failed' | 'batch.completed')[]) =>
  createWebhook(deps(), ownerId, { url, ...(events && { events }) }, now);
const enqueue = (type: 'scan.completed' | 'scan.failed', ownerId = owner, scanId?: number) => {
  const data = { id: 7, reference: 'r', batch_id: null };
  const event =
    type === 'scan.completed'
      ? ({ type, data: { ...data, status: 'completed' } } as const)
      : ({ type, data: { ...data, status: 'failed' } } as const);
  return sql()
    .transaction()
    .execute((transaction) =>
      enqueueEvent(transaction, { ownerId, key: undefined, now, ...(scanId !== undefined && { scanId }), ...event }),
    );
};
const rows = () => sql().selectFrom('webhook_deliveries').selectAll().orderBy('id').execute();
const insertScan = async (status: 'completed' | 'processing' = 'completed', reference: string | null = null) =>
  (
    await sql()
      .insertInto('scans')
      .values({
        owner_id: owner,
        status,
        picture_key: randomUUID(),
        picture_media_type: 'image/png',
        picture_bytes: 1,
        reference,
        batch_id: null,
        created_at: now,
        expires_at: later(hour),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;

describe('webhooks', () => {
  test('are made with a secret that is shown once and stored sealed', async () => {
    const { secret, ...webhook } = await create();
    expect({ secret, webhook }).toEqual({
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      webhook: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        object: 'webhook',
        url,
        description: null,
        events: ['scan.completed', 'scan.failed', 'batch.completed'],
        enabled: true,
        disabled_reason: null,
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
      },
    });
    expect(await findWebhook(sql(), owner, webhook.id)).toEqual(webhook);
    expect(await listWebhooks(sql(), owner)).toEqual({ data: [webhook] });
    const stored = await sql().selectFrom('webhook_secrets').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(secret.slice(6));
    expect(await readSecrets(sql(), deps().key, webhook.id, now)).toEqual([secret]);
  });

  test('are refused above the limit, also when they come at the same time, and where they may not reach', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => create()));
    expect(results.map((result) => (result.status === 'fulfilled' ? 'made' : result.reason.code)).sort()).toEqual([
      ...['made', 'made', 'made'],
      ...new Array(5).fill('webhook.limit'),
    ]);
    await create(stranger);
    const inside = createWebhook(deps(), randomUUID(), { url: 'https://127.0.0.1/' }, now);
    await expect(inside).rejects.toMatchObject({ code: 'field.invalid', details: { field: 'url' } });
  });

  test('belong to their owner', async () => {
    const { id } = await create();
    const missing = { code: 'not_found' };
    const deliveryId = (await sendTestEvent(deps(), owner, id, now)).id;
    await expect(findWebhook(sql(), stranger, id)).rejects.toMatchObject(missing);
    await expect(updateWebhook(deps(), stranger, id, { enabled: false }, now)).rejects.toMatchObject(missing);
    await expect(deleteWebhook(sql(), stranger, id)).rejects.toMatchObject(missing);
    await expect(rotateSecret(deps(), stranger, id, hour, now)).rejects.toMatchObject(missing);
    await expect(sendTestEvent(deps(), stranger, id, now)).rejects.toMatchObject(missing);
    await expect(listDeliveries(deps(), stranger, id, {})).rejects.toMatchObject(missing);
    await expect(resendDelivery(deps(), stranger, id, deliveryId, now)).rejects.toMatchObject(missing);
    expect(await listWebhooks(sql(), stranger)).toEqual({ data: [] });
    expect(await findWebhook(sql(), owner, id)).toMatchObject({ enabled: true });
  });

  test('change by what is named', async () => {
    const { secret: _, ...made } = await create();
    const changes = { url: 'https://other.example/', description: 'front desk', events: ['scan.failed'] as ['scan.failed'] };
    const changed = await updateWebhook(deps(), owner, made.id, changes, later(1000));
    expect(changed).toEqual({ ...made, ...changes, updated_at: later(1000).toISOString() });
    expect(await updateWebhook(deps(), owner, made.id, { description: null }, later(2000))).toEqual({
      ...changed,
      description: null,
      updated_at: later(2000).toISOString(),
    });
    await expect(updateWebhook(deps(), owner, made.id, { url: 'http://other.example/' }, now)).rejects.toMatchObject({
      code: 'field.invalid',
    });
  });

  test('go with their secrets and deliveries', async () => {
    const { id } = await create();
    await enqueue('scan.completed');
    await deleteWebhook(sql(), owner, id);
    expect([await rows(), await sql().selectFrom('webhook_secrets').selectAll().execute()]).toEqual([[], []]);
    await expect(deleteWebhook(sql(), owner, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('secrets', () => {
  const secretsAt = (id: string, at: Date) => readSecrets(sql(), deps().key, id, at);

  test('overlap for as long as was asked, the newest first', async () => {
    const { id, secret: first } = await create();
    const { secret: second, ...webhook } = await rotateSecret(deps(), owner, id, 24 * hour, now);
    expect(webhook).toEqual(await findWebhook(sql(), owner, id));
    expect(await secretsAt(id, later(24 * hour - 1))).toEqual([second, first]);
    expect(await secretsAt(id, later(24 * hour))).toEqual([second]);
    const { secret: third } = await rotateSecret(deps(), owner, id, 24 * hour, later(hour));
    expect(await secretsAt(id, later(2 * hour))).toEqual([third, second, first]);
    expect(await secretsAt(id, later(24 * hour))).toEqual([third, second]);
    const { secret: fourth } = await rotateSecret(deps(), owner, id, 0, later(2 * hour));
    expect(await secretsAt(id, later(2 * hour))).toEqual([fourth]);
  });

  test('are five at most', async () => {
    const { id } = await create();
    const newest = [];
    for (let turn = 0; turn < 7; turn += 1) newest.unshift((await rotateSecret(deps(), owner, id, 24 * hour, now)).secret);
    expect(await secretsAt(id, now)).toEqual(newest.slice(0, 5));
  });
});

describe('events', () => {
  test('become a delivery for each webhook of the owner that is on and wants them, with one message id', async () => {
    const [all, failures, off] = [await create(), await create(owner, ['scan.failed']), await create()];
    await create(stranger);
    await updateWebhook(deps(), owner, off.id, { enabled: false }, now);
    await enqueue('scan.completed');
    await enqueue('scan.failed');
    const found = await rows();
    expect(found.map(({ webhook_id, payload }) => [webhook_id, JSON.parse(payload)])).toEqual([
      [
        all.id,
        { type: 'scan.completed', timestamp: now.toISOString(), data: { id: 7, status: 'completed', reference: 'r', batch_id: null } },
      ],
      // In the order in which the database has the webhooks.
      ...[all.id, failures.id]
        .sort((one) => (one === found[1]?.webhook_id ? -1 : 1))
        .map((id) => [
          id,
          { type: 'scan.failed', timestamp: now.toISOString(), data: { id: 7, status: 'failed', reference: 'r', batch_id: null } },
        ]),
    ]);
    expect(new Set(found.map(({ message_id }) => message_id)).size).toBe(2);
    expect(found[1]!.message_id).toBe(found[2]!.message_id);
    expect(found[0]).toMatchObject({
      status: 'pending',
      attempts: 0,
      created_at: now,
      retry_since: now,
      next_attempt_at: now,
      claim: null,
    });
  });

  test('come with the end of a scan, once, and not from a worker whose turn is over', async () => {
    await create();
    const [read, failed] = [await insertScan('processing', 'booking-77'), await insertScan('processing')];
    await sql().updateTable('scans').set({ attempts: 2 }).execute();
    const claimed = { ownerId: owner, dataKey: null, pictureRetentionS: null };
    // The webhook was made after the claim of the one, before that of the other.
    const claim = (scanId: number, attempt: number) => ({ ...claimed, scanId, attempt, isAlone: scanId === read });
    const success = { status: 'completed', reading: specimenReading() } as const;
    const failure = { status: 'failed', errorCode: 'picture.corrupt' } as const;
    const finishing = { sql: sql(), keys: testKeys.keys, onFinished: decrementPending(testKeys.keys) };
    const ends = [
      await finishScan(finishing, claim(read, 1), failure, now),
      await finishScan(finishing, claim(read, 2), success, now),
      await finishScan(finishing, claim(read, 2), failure, now),
      await finishScan(finishing, claim(failed, 2), failure, now),
    ];
    expect(ends).toEqual([false, true, false, true]);
    expect((await rows()).map(({ scan_id, payload }) => [scan_id, JSON.parse(payload)])).toEqual([
      [
        read,
        {
          type: 'scan.completed',
          timestamp: now.toISOString(),
          data: { id: read, status: 'completed', reference: 'booking-77', batch_id: null },
        },
      ],
      [
        failed,
        { type: 'scan.failed', timestamp: now.toISOString(), data: { id: failed, status: 'failed', reference: null, batch_id: null } },
      ],
    ]);
  });

  test('that are rolled back never were', async () => {
    await create();
    const rolledBack = sql()
      .transaction()
      .execute(async (transaction) => {
        const data = { id: 7, status: 'completed', reference: null, batch_id: null } as const;
        await enqueueEvent(transaction, { ownerId: owner, key: undefined, type: 'scan.completed', data, now });
        throw new Error('rolled back');
      });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(await rows()).toEqual([]);
  });

  test('of a scan go with the scan, those of a batch when asked, and others when they are old', async () => {
    const { id } = await create();
    const scanId = await insertScan();
    await enqueue('scan.completed', owner, scanId);
    await sql()
      .transaction()
      .execute((transaction) =>
        enqueueEvent(transaction, {
          ownerId: owner,
          key: undefined,
          type: 'batch.completed',
          data: { id: 3, status: 'completed', reference: null },
          batchId: 3,
          now,
        }),
      );
    await sendTestEvent(deps(), owner, id, now);
    await sql().updateTable('webhook_deliveries').set({ status: 'delivered', finished_at: now }).execute();
    const types = async () => (await rows()).map(({ payload }) => JSON.parse(payload).type);
    expect(await types()).toEqual(['scan.completed', 'batch.completed', 'webhook.test']);
    await sql().deleteFrom('scans').where('id', '=', scanId).execute();
    expect(await types()).toEqual(['batch.completed', 'webhook.test']);
    await sql()
      .transaction()
      .execute((transaction) => deleteDeliveriesOfBatches(transaction, [2, 3]));
    expect(await types()).toEqual(['webhook.test']);
    expect(await deleteOldDeliveries(sql(), hour, later(hour - 1))).toBe(0);
    expect(await deleteOldDeliveries(sql(), hour, later(hour))).toBe(1);
    expect(await rows()).toEqual([]);
  });
});

describe('dead letters', () => {
  test('are what was on its way when the webhook was switched off; on again, they can be sent again', async () => {
    const { id } = await create();
    await enqueue('scan.completed');
    expect(await updateWebhook(deps(), owner, id, { enabled: false }, later(hour))).toMatchObject({
      enabled: false,
      disabled_reason: 'owner',
    });
    const dead = (await listDeliveries(deps(), owner, id, { status: 'dead' })).deliveries;
    expect(dead).toEqual([
      {
        id: expect.any(Number),
        object: 'webhook_delivery',
        message_id: expect.stringMatching(/^msg_/),
        status: 'dead',
        event: {
          type: 'scan.completed',
          timestamp: now.toISOString(),
          data: { id: 7, status: 'completed', reference: 'r', batch_id: null },
        },
        attempts: 0,
        last_attempt: null,
        failure: 'webhook_disabled',
        next_attempt_at: null,
        created_at: now.toISOString(),
        finished_at: later(hour).toISOString(),
      },
    ]);
    await expect(resendDelivery(deps(), owner, id, dead[0]!.id, now)).rejects.toMatchObject({ code: 'webhook.disabled' });
    await expect(sendTestEvent(deps(), owner, id, now)).rejects.toMatchObject({ code: 'webhook.disabled' });
    expect(await updateWebhook(deps(), owner, id, { enabled: true }, later(2 * hour))).toMatchObject({
      enabled: true,
      disabled_reason: null,
    });
    expect(await resendDelivery(deps(), owner, id, dead[0]!.id, later(3 * hour))).toEqual({
      ...dead[0],
      status: 'pending',
      next_attempt_at: later(3 * hour).toISOString(),
      finished_at: null,
    });
    expect((await rows())[0]!.retry_since).toEqual(later(3 * hour));
    await expect(resendDelivery(deps(), owner, id, 999_999, now)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('that were given up are sent again by an operator, and the audit log says so', async () => {
    const { id } = await create();
    const { id: delivery } = await sendTestEvent(deps(), owner, id, now);
    const actor = { token: 'operator-token' };
    const resend = (deliveryId: number) => resendDeadLetter(sql(), deliveryId, actor, later(3 * hour));
    await expect(resend(delivery)).rejects.toMatchObject({ code: 'not_found' });
    await updateWebhook(deps(), owner, id, { enabled: false }, later(hour));
    await expect(resend(delivery)).rejects.toMatchObject({ code: 'webhook.disabled' });
    await updateWebhook(deps(), owner, id, { enabled: true }, later(2 * hour));
    await resend(delivery);
    const { deliveries } = await listDeliveries(deps(), owner, id, {});
    expect(deliveries).toMatchObject([
      { id: delivery, status: 'pending', next_attempt_at: later(3 * hour).toISOString(), finished_at: null },
    ]);
    await expect(resend(delivery)).rejects.toMatchObject({ code: 'not_found' });
    const events = await sql()
      .selectFrom('audit_events')
      .select(['actor', 'action', 'subject'])
      .where('action', '=', 'delivery.resent')
      .execute();
    expect(events).toEqual([{ actor: 'token operator-token', action: 'delivery.resent', subject: String(delivery) }]);
  });

  test('come in pages, newest first, by status', async () => {
    const { id } = await create();
    for (let turn = 0; turn < 5; turn += 1) await sendTestEvent(deps(), owner, id, now);
    const ids = (await rows()).map((row) => row.id).reverse();
    const pages: number[][] = [];
    let below: number | undefined;
    do {
      const page = await listDeliveries(deps(), owner, id, { limit: 2, below });
      pages.push(page.deliveries.map((delivery) => delivery.id));
      below = page.next;
    } while (below !== undefined);
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    expect(await listDeliveries(deps(), owner, id, { status: 'dead' })).toEqual({ deliveries: [], next: undefined });
  });
});
