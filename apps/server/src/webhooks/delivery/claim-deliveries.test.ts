import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import type { Receiver } from '../../../test/receivers/start-receiver.ts';
import { enqueueScanEvent, useTestDeliveries, webhookDeps } from '../../../test/receivers/start-test-deliveries.ts';
import { createOutboundPolicy } from '../../outbound/outbound-policy.ts';
import { announceWithdrawal } from '../channels.ts';
import { createWebhook } from '../create-webhook.ts';
import { listDeliveries } from '../list-deliveries.ts';
import { updateWebhook } from '../update-webhook.ts';
import { deleteWebhook } from '../webhook.ts';
import { type Claim, claimDeliveries } from './claim-deliveries.ts';
import { sendMessage } from './send-message.ts';
import type { DeliveryDeps } from './start-deliveries.ts';

const opened = useTestDatabase();
const { start: startUsual, receive } = useTestDeliveries(opened);
beforeEach(() => opened.database.sql.deleteFrom('webhooks').execute());

const sql = () => opened.database.sql;
const deps = () => webhookDeps(opened);
const create = async (owner: string, url = 'http://127.0.0.1:9/') => (await createWebhook(deps(), owner, { url }, new Date())).id;
const enqueue = (owner: string, id = 1) => enqueueScanEvent(sql(), owner, id);
const start = (changes: Partial<DeliveryDeps> = {}) => startUsual({ timeoutMs: 600_000, ...changes });

/** Never answers, and counts its connections. */
async function startSilentReceiver(): Promise<Receiver & { open: () => number }> {
  let open = 0;
  const receiver = await receive((response) => {
    open += 1;
    response.on('close', () => {
      open -= 1;
    });
  });
  return { ...receiver, open: () => open };
}

test.each<[string, (owner: string, id: string) => Promise<unknown>]>([
  ['deleted', (owner, id) => deleteWebhook(sql(), owner, id)],
  ['switched off', (owner, id) => updateWebhook(deps(), owner, id, { enabled: false }, new Date())],
  [
    'gone with its owner',
    (owner) =>
      sql()
        .transaction()
        .execute(async (transaction) => {
          await transaction.deleteFrom('webhooks').where('owner_id', '=', owner).execute();
          await announceWithdrawal(transaction);
        }),
  ],
])('when a webhook is %s, attempts under way to it end at once; those to others go on', async (_name, withdraw) => {
  const [owner, other] = [randomUUID(), randomUUID()];
  const [receiver, another] = [await startSilentReceiver(), await startSilentReceiver()];
  const id = await create(owner, receiver.url);
  await create(other, another.url);
  await start();
  for (let scan = 1; scan <= 4; scan += 1) await enqueue(owner, scan);
  await enqueue(other);
  await receiver.waitFor(4);
  await another.waitFor(1);
  await withdraw(owner, id);
  await vi.waitFor(() => expect([receiver.open(), another.open()]).toEqual([0, 1]), { timeout: 5000, interval: 5 });
});

test('a webhook that was switched off and on again has its places back', async () => {
  const owner = randomUUID();
  const receiver = await startSilentReceiver();
  const id = await create(owner, receiver.url);
  await start();
  for (let scan = 1; scan <= 4; scan += 1) await enqueue(owner, scan);
  await receiver.waitFor(4);
  await updateWebhook(deps(), owner, id, { enabled: false }, new Date());
  await updateWebhook(deps(), owner, id, { enabled: true }, new Date());
  for (let scan = 5; scan <= 8; scan += 1) await enqueue(owner, scan);
  await receiver.waitFor(8);
  const { deliveries } = await listDeliveries(deps(), owner, id, {});
  expect(deliveries.map(({ status, failure }) => [status, failure])).toEqual([
    ...new Array(4).fill(['pending', null]),
    ...new Array(4).fill(['dead', 'webhook_disabled']),
  ]);
});

test('owners take turns, and so do their webhooks; nobody gets more than a share', async () => {
  const [many, few] = [randomUUID(), randomUUID()];
  const busy = [await create(many), await create(many), await create(many)];
  await create(few);
  for (const owner of [many, many, many, few, few, few]) await enqueue(owner);
  const limits = { perWebhook: 2, perOwner: 4, total: 7, leaseMs: 1000 };
  const claim = async (underWay: readonly Claim[], total = limits.total) => {
    const claims = await claimDeliveries(sql(), { ...limits, underWay, total }, new Date(Date.now() + 1));
    return { claims, owners: claims.map(({ ownerId }) => (ownerId === many ? 'many' : 'few')) };
  };
  const first = await claim([]);
  expect(first.owners).toEqual(['many', 'few', 'many', 'few', 'many', 'many']);
  const ofMany = first.claims.filter(({ ownerId }) => ownerId === many).map(({ webhookId }) => webhookId);
  expect(new Set(ofMany.slice(0, 3))).toEqual(new Set(busy));
  // Both are at their limits, although there is a place left.
  expect(await claim(first.claims)).toEqual({ claims: [], owners: [] });
  // Whoever holds the fewest places comes first, and the total is never exceeded.
  expect((await claim(first.claims.slice(2), 5)).owners).toEqual(['few']);
  expect((await claim([])).owners).toEqual(['many', 'many', 'many', 'many']);
});

test('an owner with many slow webhooks has a quarter of the places, and others go on', async () => {
  const [slow, quick] = [randomUUID(), randomUUID()];
  const silent = await startSilentReceiver();
  for (let count = 0; count < 20; count += 1) await create(slow, silent.url);
  for (let scan = 1; scan <= 4; scan += 1) await enqueue(slow, scan);
  await start();
  await silent.waitFor(64);
  const receiver = await receive();
  await create(quick, receiver.url);
  for (let scan = 1; scan <= 20; scan += 1) await enqueue(quick, scan);
  await receiver.waitFor(20);
  expect([silent.received.length, silent.open()]).toEqual([64, 64]);
});

test('a stop ends in its time, whatever an attempt does', async () => {
  const owner = randomUUID();
  const id = await create(owner);
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const send = () => {
    begin();
    return new Promise<never>(() => undefined);
  };
  const deliveries = await startUsual({ send });
  await enqueue(owner);
  await begun;
  const startedAt = performance.now();
  await deliveries.close(100);
  const ms = performance.now() - startedAt;
  expect([ms >= 1000, ms < 5000]).toEqual([true, true]);
  expect((await listDeliveries(deps(), owner, id, {})).deliveries).toMatchObject([{ status: 'pending', attempts: 0 }]);
});

test('a stop breaks off the look-up of a name that hangs, and gives the delivery back', async () => {
  const owner = randomUUID();
  await create(owner, 'http://receiver.test/');
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const resolveHost = () => {
    begin();
    return new Promise<never>(() => undefined);
  };
  const reach = { policy: createOutboundPolicy(true), now: () => new Date(), resolveHost, timeoutMs: 600_000 };
  const deliveries = await startUsual({ send: (...message) => sendMessage(reach, ...message) });
  await enqueue(owner);
  await begun;
  await deliveries.close(0);
  expect(await sql().selectFrom('webhook_deliveries').select(['status', 'claim']).execute()).toEqual([{ status: 'pending', claim: null }]);
});
