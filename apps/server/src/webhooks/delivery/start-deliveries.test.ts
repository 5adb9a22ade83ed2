import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { answer, type Behaviour, type Received } from '../../../test/receivers/start-receiver.ts';
import { enqueueScanEvent, useTestDeliveries, webhookDeps } from '../../../test/receivers/start-test-deliveries.ts';
import { createWebhook } from '../create-webhook.ts';
import { listDeliveries } from '../list-deliveries.ts';
import { resendDelivery } from '../resend-delivery.ts';
import { rotateSecret } from '../rotate-secret.ts';
import { updateWebhook } from '../update-webhook.ts';

const owner = '00000000-0000-4000-8000-000000000001';

const opened = useTestDatabase();
const { start, receive } = useTestDeliveries(opened);
beforeEach(() => opened.database.sql.deleteFrom('webhooks').execute());

const sql = () => opened.database.sql;
const deps = () => webhookDeps(opened);

const create = (url: string) => createWebhook(deps(), owner, { url }, new Date());
const enqueue = (id: number) => enqueueScanEvent(sql(), owner, id);
/**
 * Verifies as a receiver does, with the reference implementation; returns which scan it is about.
 */
const verify = (secret: string, { body, headers }: Received): number => {
  const event = new Webhook(secret).verify(body, headers as Record<string, string>) as { data: { id: number } };
  return event.data.id;
};
/** The deliveries, newest first, once none is pending. */
async function settled(id: string) {
  for (;;) {
    const { deliveries } = await listDeliveries(deps(), owner, id, { limit: 100 });
    if (deliveries.every(({ status }) => status !== 'pending')) return [...deliveries];
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('delivers what was there before the start and what comes after, signed, in order', async () => {
  const receiver = await receive();
  const { id, secret } = await create(receiver.url);
  await enqueue(1);
  const deliveries = await start();
  await receiver.waitFor(1);
  await enqueue(2);
  await receiver.waitFor(2);
  const rows = (await settled(id)).reverse();
  await deliveries.close(5000);
  expect(receiver.received.map((received) => verify(secret, received))).toEqual([1, 2]);
  expect(receiver.received[0]!.headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'OCR-Web/test',
    'webhook-id': rows[0]!.message_id,
  });
  expect(rows).toMatchObject(
    [1, 2].map((scan) => ({
      status: 'delivered',
      event: { type: 'scan.completed', data: { id: scan } },
      attempts: 1,
      last_attempt: { http_status: 204 },
      failure: null,
      next_attempt_at: null,
      finished_at: expect.any(String),
    })),
  );
});

test.each<[string, Behaviour]>([
  ['a failure', answer(500)],
  ['a refusal', answer(404)],
  ['a redirect', answer(302, { location: '/elsewhere' })],
  ['a connection that breaks', (_response, _received, request) => request.socket.destroy()],
])(
  'after %s it is tried again until it arrives, with the same id and body',
  async (_name, wrong) => {
    const answers = [wrong, wrong];
    const receiver = await receive((...all) => (answers.shift() ?? answer(200))(...all));
    const { id, secret } = await create(receiver.url);
    await start();
    await enqueue(1);
    expect(await settled(id)).toMatchObject([{ status: 'delivered', attempts: 3, failure: null, last_attempt: { http_status: 200 } }]);
    expect(receiver.received.map((received) => verify(secret, received))).toEqual([1, 1, 1]);
    expect(new Set(receiver.received.map(({ url, headers, body }) => `${url} ${headers['webhook-id']} ${body}`)).size).toBe(1);
    // Delays grow with the time that has passed, so a busy machine stretches them.
  },
  60_000,
);

test('a receiver that was down gets everything once it is up', async () => {
  const receiver = await receive();
  const { id, secret } = await create(receiver.url);
  await receiver.close();
  await start();
  for (let scan = 1; scan <= 10; scan += 1) await enqueue(scan);
  const failed = async () =>
    (await listDeliveries(deps(), owner, id, {})).deliveries.filter(({ failure }) => failure === 'connection').length;
  while ((await failed()) < 10) await new Promise((resolve) => setTimeout(resolve, 10));
  const again = await receive(answer(200), receiver.port);
  expect((await settled(id)).map(({ status }) => status)).toEqual(new Array(10).fill('delivered'));
  expect(again.received.map((received) => verify(secret, received)).sort((one, other) => one - other)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});

test('a receiver that does not answer holds up nobody else, and has four requests at a time', async () => {
  let open = 0;
  let most = 0;
  const slow = await receive((response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
  });
  const quick = await receive();
  const slowId = (await create(slow.url)).id;
  const { id, secret } = await create(quick.url);
  await start({ timeoutMs: 15_000 });
  for (let scan = 1; scan <= 20; scan += 1) await enqueue(scan);
  expect((await settled(id)).map(({ status, attempts }) => [status, attempts])).toEqual(new Array(20).fill(['delivered', 1]));
  expect(new Set(quick.received.map((received) => verify(secret, received))).size).toBe(20);
  expect([most, slow.received.length]).toEqual([4, 4]);
  const waiting = (await listDeliveries(deps(), owner, slowId, { limit: 100 })).deliveries;
  expect(waiting.map(({ status, attempts }) => [status, attempts])).toEqual(new Array(20).fill(['pending', 0]));
});

test('a receiver that is too slow counts as one that did not answer', async () => {
  const receiver = await receive((response) => void setTimeout(() => response.end(), 2000));
  const { id } = await create(receiver.url);
  await start({ timeoutMs: 100, schedule: { firstDelayMs: 20, windowMs: 300 } });
  await enqueue(1);
  expect(await settled(id)).toMatchObject([{ status: 'dead', failure: 'timeout', last_attempt: { http_status: null } }]);
  expect(receiver.received.length).toBeGreaterThanOrEqual(2);
});

test('what is given up is a dead letter; sent again it arrives with the same id', async () => {
  const receiver = await receive(answer(500));
  const { id, secret } = await create(receiver.url);
  await start({ schedule: { firstDelayMs: 10, windowMs: 300 } });
  await enqueue(1);
  const [dead] = await settled(id);
  expect(dead).toMatchObject({ status: 'dead', failure: 'status', last_attempt: { http_status: 500 }, next_attempt_at: null });
  const count = receiver.received.length;
  expect([count >= 2, dead!.attempts]).toEqual([true, count]);
  receiver.behave = answer(200);
  await resendDelivery(deps(), owner, id, dead!.id, new Date());
  expect(await settled(id)).toEqual([
    {
      ...dead,
      status: 'delivered',
      attempts: count + 1,
      failure: null,
      last_attempt: { at: expect.any(String), duration_ms: expect.any(Number), http_status: 200 },
      finished_at: expect.any(String),
    },
  ]);
  expect(receiver.received.map((received) => verify(secret, received))).toEqual(new Array(count + 1).fill(1));
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([dead!.message_id]));
});

test('410 switches the webhook off: what was on its way is dead, and nothing new is made', async () => {
  const receiver = await receive(answer(500));
  const { id } = await create(receiver.url);
  await start({ schedule: { firstDelayMs: 60_000, windowMs: 600_000 } });
  await enqueue(1);
  await receiver.waitFor(1);
  receiver.behave = answer(410);
  await enqueue(2);
  const rows = await settled(id);
  expect(rows).toMatchObject([
    { event: { data: { id: 2 } }, status: 'dead', failure: 'gone', attempts: 1, last_attempt: { http_status: 410 } },
    { event: { data: { id: 1 } }, status: 'dead', failure: 'webhook_disabled', attempts: 1, last_attempt: { http_status: 500 } },
  ]);
  await enqueue(3);
  expect(await settled(id)).toEqual(rows);
  expect(await updateWebhook(deps(), owner, id, {}, new Date())).toMatchObject({ enabled: false, disabled_reason: 'gone' });
});

test('410 of an address that was given up meanwhile does not switch the new one off', async () => {
  const now = await receive();
  const before = await receive(async (response) => {
    await updateWebhook(deps(), owner, id, { url: now.url }, new Date());
    response.writeHead(410).end();
  });
  const { id } = await create(before.url);
  await start();
  await enqueue(1);
  expect(await settled(id)).toMatchObject([{ status: 'delivered', attempts: 2 }]);
  expect([before.received.length, now.received.length]).toEqual([1, 1]);
});

test('while a rotated secret is valid, both verify', async () => {
  const receiver = await receive();
  const { id, secret: old } = await create(receiver.url);
  const { secret } = await rotateSecret(deps(), owner, id, 3_600_000, new Date());
  await start();
  await enqueue(1);
  const [received] = await receiver.waitFor(1);
  expect([verify(secret, received!), verify(old, received!)]).toEqual([1, 1]);
  await rotateSecret(deps(), owner, id, 0, new Date());
  await enqueue(2);
  const [, second] = await receiver.waitFor(2);
  expect(() => verify(secret, second!)).toThrow('No matching signature found');
});

test('an attempt that a stop breaks off is made again by the next start, and one that died with its process too', async () => {
  const receiver = await receive(() => undefined);
  const { id, secret } = await create(receiver.url);
  const first = await start();
  await enqueue(1);
  await receiver.waitFor(1);
  await first.close(0);
  expect(await listDeliveries(deps(), owner, id, {})).toMatchObject({
    deliveries: [{ status: 'pending', attempts: 0, last_attempt: null }],
  });
  const inAnHour = new Date(Date.now() + 3_600_000);
  await sql().updateTable('webhook_deliveries').set({ claim: randomUUID(), next_attempt_at: inAnHour }).execute();
  receiver.behave = answer(200);
  await start({ database: { ...opened.database, exclusive: true } });
  expect(await settled(id)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  expect(receiver.received.map((received) => verify(secret, received))).toEqual([1, 1]);
});

test('a stop lets attempts under way come to their end', async () => {
  const receiver = await receive((response) => void setTimeout(() => response.writeHead(200).end(), 200));
  const { id } = await create(receiver.url);
  const deliveries = await start();
  await enqueue(1);
  await receiver.waitFor(1);
  await deliveries.close(5000);
  expect(await listDeliveries(deps(), owner, id, {})).toMatchObject({ deliveries: [{ status: 'delivered', attempts: 1 }] });
});

test('two processes on one database send everything once', async () => {
  const receiver = await receive();
  const { id, secret } = await create(receiver.url);
  const database = { ...opened.database, exclusive: false };
  await start({ database });
  await start({ database });
  await Promise.all(Array.from({ length: 30 }, (_, index) => enqueue(index)));
  await settled(id);
  expect(receiver.received.map((received) => verify(secret, received)).sort((one, other) => one - other)).toEqual([
    ...new Array(30).keys(),
  ]);
});

test('what is deleted before its next attempt is not sent any more', async () => {
  const receiver = await receive(answer(500));
  const { id } = await create(receiver.url);
  await start({ schedule: { firstDelayMs: 100, windowMs: 60_000 } });
  await enqueue(1);
  await receiver.waitFor(1);
  await sql().deleteFrom('webhook_deliveries').where('webhook_id', '=', id).execute();
  await enqueue(2);
  await receiver.waitFor(3);
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.id)).toEqual([1, 2, 2]);
});
