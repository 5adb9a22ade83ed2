import { Problem, Webhook, WebhookDelivery, WebhookDeliveryList, WebhookList, WebhookWithSecret } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildTestApp } from '../../../../test/build-test-app.ts';
import { useTestDatabase } from '../../../../test/open-test-database.ts';
import { createToken } from '../../../tokens/create-token.ts';
import { openTokenRegistry, type TokenRegistry } from '../../../tokens/registry/open-token-registry.ts';

type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Record<string, unknown> };

const opened = useTestDatabase();
let app: FastifyInstance;
let tokens: TokenRegistry;
let token: string;
beforeAll(async () => {
  tokens = await openTokenRegistry(opened.database, opened.logger);
  app = await buildTestApp(opened, { tokens });
  token = await makeToken('test');
});
afterAll(() => app.close());
beforeEach(() => opened.database.sql.deleteFrom('webhooks').execute());

async function makeToken(name: string): Promise<string> {
  const made = await createToken(opened.database.sql, name, new Date());
  await tokens.reload();
  return made.token;
}

/** Sends a request with the token; the answer must be what the schema says, or a problem. */
async function call(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  schema: TSchema | undefined,
  payload?: object,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await app.inject({ method, url: `/api/v2/webhooks${path}`, headers, ...(payload && { payload }) });
  const body = response.body === '' ? {} : response.json();
  const isProblem = response.statusCode >= 400;
  const expected = isProblem ? Problem : schema;
  if (expected) expect([...Value.Errors(expected, body)]).toEqual([]);
  expect(response.headers['content-type']).toBe(isProblem ? 'application/problem+json' : expected && 'application/json');
  return { status: response.statusCode, body, headers: response.headers };
}
const url = 'https://hotel.example/hook';
const create = async () => (await call('POST', '', WebhookWithSecret, { url })).body as { id: string; secret: string };

test('a webhook from its making to its end', async () => {
  const { status, body, headers } = await call('POST', '', WebhookWithSecret, { url, description: 'desk', events: ['scan.completed'] });
  const { secret: _, ...webhook } = body;
  expect([status, headers.location]).toEqual([201, `/api/v2/webhooks/${webhook.id}`]);
  expect(webhook).toMatchObject({ object: 'webhook', url, description: 'desk', events: ['scan.completed'], enabled: true });
  expect(await call('GET', '', WebhookList)).toMatchObject({ status: 200, body: { data: [webhook] } });
  expect((await call('GET', `/${webhook.id}`, Webhook)).body).toEqual(webhook);
  const changed = await call('PATCH', `/${webhook.id}`, Webhook, { description: null });
  expect(changed).toMatchObject({ status: 200, body: { description: null, events: ['scan.completed'] } });
  expect((await call('DELETE', `/${webhook.id}`, undefined)).status).toBe(204);
  expect((await call('GET', `/${webhook.id}`, Webhook)).status).toBe(404);
});

test('a secret is rotated with a body and without one', async () => {
  const { id, secret } = await create();
  const first = await call('POST', `/${id}/rotate-secret`, WebhookWithSecret);
  const second = await call('POST', `/${id}/rotate-secret`, WebhookWithSecret, { overlap_hours: 0 });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(new Set([secret, first.body.secret, second.body.secret]).size).toBe(3);
  expect((await call('POST', `/${id}/rotate-secret`, WebhookWithSecret, { overlap_hours: 25 })).body).toMatchObject({
    code: 'field.invalid',
    errors: [{ field: 'overlap_hours' }],
  });
});

test('test events stand in the list of deliveries, in pages, and can be sent again', async () => {
  const { id } = await create();
  const made = [];
  for (let turn = 0; turn < 3; turn += 1) made.unshift((await call('POST', `/${id}/test`, WebhookDelivery)).body);
  expect(made[0]).toMatchObject({ object: 'webhook_delivery', status: 'pending', event: { type: 'webhook.test', data: { id } } });
  const page = (await call('GET', `/${id}/deliveries?limit=2&status=pending`, WebhookDeliveryList)).body;
  expect(page).toEqual({ data: made.slice(0, 2), next_cursor: expect.any(String) });
  const rest = await call('GET', `/${id}/deliveries?cursor=${page.next_cursor}`, WebhookDeliveryList);
  expect(rest.body).toEqual({ data: made.slice(2), next_cursor: null });
  expect((await call('GET', `/${id}/deliveries?status=dead`, WebhookDeliveryList)).body).toEqual({ data: [], next_cursor: null });
  const again = await call('POST', `/${id}/deliveries/${made[2]!.id}/resend`, WebhookDelivery);
  expect(again).toMatchObject({ status: 202, body: { id: made[2]!.id, message_id: made[2]!.message_id, status: 'pending' } });
});

test('more webhooks than may be are refused', async () => {
  for (let turn = 0; turn < 3; turn += 1) await create();
  expect(await call('POST', '', undefined, { url })).toMatchObject({ status: 409, body: { code: 'webhook.limit' } });
});

test('to a webhook that is off nothing is sent', async () => {
  const { id } = await create();
  const delivery = (await call('POST', `/${id}/test`, WebhookDelivery)).body;
  await call('PATCH', `/${id}`, Webhook, { enabled: false });
  const refused = { status: 409, body: { code: 'webhook.disabled' } };
  expect(await call('POST', `/${id}/test`, undefined)).toMatchObject(refused);
  expect(await call('POST', `/${id}/deliveries/${delivery.id}/resend`, undefined)).toMatchObject(refused);
  expect((await call('GET', `/${id}/deliveries?status=dead`, WebhookDeliveryList)).body.data).toMatchObject([{ id: delivery.id }]);
});

test.each([
  [{}, 'url'],
  [{ url: 7 }, 'url'],
  [{ url: 'http://hotel.example/' }, 'url'],
  [{ url: 'https://127.0.0.1/' }, 'url'],
  [{ url: 'https://[::ffff:169.254.169.254]/' }, 'url'],
  [{ url: `https://hotel.example/${'a'.repeat(2048)}` }, 'url'],
  [{ url, events: [] }, 'events'],
  [{ url, events: ['scan.completed', 'scan.completed'] }, 'events'],
  [{ url, events: ['webhook.test'] }, 'events.0'],
  [{ url, description: 'a'.repeat(201) }, 'description'],
  [{ url, description: 'a\u0000b' }, 'description'],
])('%j is refused and named', async (payload, field) => {
  expect(await call('POST', '', undefined, payload)).toMatchObject({ status: 400, body: { code: 'field.invalid', errors: [{ field }] } });
});

test.each(['?cursor=x', '?limit=0', '?limit=101', '?status=lost'])('a list of deliveries with %s is refused', async (query) => {
  const { id } = await create();
  expect((await call('GET', `/${id}/deliveries${query}`, undefined)).body).toMatchObject({ code: 'field.invalid' });
});

test.each([
  ['GET', '/not-a-uuid'],
  ['GET', '/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90'],
  ['PATCH', '/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90'],
  ['DELETE', '/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90'],
  ['POST', '/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90/rotate-secret'],
  ['POST', '/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90/test'],
  ['GET', '/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90/deliveries'],
  ['POST', '/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90/deliveries/1/resend'],
  ['POST', '/5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90/deliveries/one/resend'],
] as const)('%s %s: there is no such webhook', async (method, path) => {
  const payload = method === 'PATCH' ? { enabled: true } : undefined;
  expect(await call(method, path, undefined, payload)).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test("somebody else's webhook is as good as missing", async () => {
  const { id } = await create();
  const delivery = (await call('POST', `/${id}/test`, WebhookDelivery)).body;
  const own = token;
  token = await makeToken('other');
  const answers = [
    await call('GET', `/${id}`, undefined),
    await call('PATCH', `/${id}`, undefined, { enabled: false }),
    await call('DELETE', `/${id}`, undefined),
    await call('POST', `/${id}/rotate-secret`, undefined),
    await call('POST', `/${id}/test`, undefined),
    await call('GET', `/${id}/deliveries`, undefined),
    await call('POST', `/${id}/deliveries/${delivery.id}/resend`, undefined),
  ];
  token = own;
  expect(answers.map(({ status }) => status)).toEqual(new Array(7).fill(404));
  expect((await call('GET', `/${id}`, Webhook)).body).toMatchObject({ enabled: true });
});
