import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyWebhook, type WebhookToVerify } from './verify-webhook.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = `whsec_${Buffer.from('another secret of the tests').toString('base64')}`;
const now = new Date('2026-11-23T12:00:00Z');
const timestamp = String(now.getTime() / 1000);
const body = '{"type":"scan.completed","data":{"id":7,"reference":"Zoë"}}';
const event = JSON.parse(body);

// Standard Webhooks, computed with Node's crypto and not with the code under test.
const sign = (content = body, at = timestamp, key = secret, id = 'msg_1') =>
  `v1,${createHmac('sha256', Buffer.from(key.slice('whsec_'.length), 'base64'))
    .update(`${id}.${at}.${content}`)
    .digest('base64')}`;
const headersOf = (signature: string, at = timestamp) => ({
  ...{ 'webhook-id': 'msg_1', 'webhook-timestamp': at, 'webhook-signature': signature },
});
const verify = (changes: Partial<WebhookToVerify>) => verifyWebhook({ secret, headers: headersOf(sign()), body, now, ...changes });
const code = (promise: Promise<unknown>) => promise.then(() => expect.fail('It was taken.')).catch((error) => error.code ?? error.message);

test("the standard's own example", async () => {
  const example = {
    secret,
    headers: {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
    body: '{"test": 2432232314}',
    now: new Date(1614265330_000),
  };
  expect(await verifyWebhook(example)).toEqual({ test: 2432232314 });
});

test('takes a delivery whatever holds its headers and its body', async () => {
  const bytes = new TextEncoder().encode(body);
  const mixedCase = { 'Webhook-Id': 'msg_1', 'WEBHOOK-TIMESTAMP': timestamp, 'Webhook-Signature': [sign()] };
  for (const headers of [headersOf(sign()), new Headers(headersOf(sign())), mixedCase])
    for (const content of [body, bytes, bytes.buffer]) expect(await verify({ headers, body: content })).toEqual(event);
});

test('while a secret is rotated: several signatures, several secrets', async () => {
  const both = headersOf(`v1,AAAA ${sign(body, timestamp, other)} v1a,c29tZXRoaW5n ${sign()}`);
  expect(await verify({ headers: both })).toEqual(event);
  expect(await verify({ headers: both, secret: other })).toEqual(event);
  expect(await verify({ secret: [other, secret] })).toEqual(event);
  expect(await code(verify({ secret: [other] }))).toBe('webhook.signature_invalid');
});

test.each([
  ['another body', { body: body.replace('7', '8') }],
  ['another secret', { secret: other }],
  ['another id', { headers: { ...headersOf(sign()), 'webhook-id': 'msg_2' } }],
  ['another time', { headers: headersOf(sign(), String(Number(timestamp) + 1)) }],
  ['another version', { headers: headersOf(sign().replace('v1,', 'v2,')) }],
  ['a cut signature', { headers: headersOf(sign().slice(0, -5)) }],
  ['no base64', { headers: headersOf('v1,%%%') }],
  ['no secret at all', { secret: [] }],
  ['too many signatures', { headers: headersOf(`${'v1,AAAA '.repeat(16)}${sign()}`) }],
])('refuses %s', async (_name, changes) => {
  expect(await code(verify(changes))).toBe('webhook.signature_invalid');
});

test('refuses old deliveries and those from the future, by the tolerance', async () => {
  const at = (seconds: number) => {
    const time = String(Number(timestamp) + seconds);
    return verify({ headers: headersOf(sign(body, time), time) });
  };
  expect(await Promise.all([at(-300), at(300)])).toEqual([event, event]);
  expect([await code(at(-301)), await code(at(301))]).toEqual(new Array(2).fill('webhook.timestamp_outside_tolerance'));
  const late = { toleranceSeconds: 10, now: new Date(now.getTime() + 11_000) };
  expect(await code(verify(late))).toBe('webhook.timestamp_outside_tolerance');
  const words = headersOf(sign(body, 'soon'), 'soon');
  expect(await code(verify({ headers: words }))).toBe('webhook.timestamp_outside_tolerance');
});

test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('refuses a request without %s', async (name) => {
  expect(await code(verify({ headers: { ...headersOf(sign()), [name]: undefined } }))).toBe('webhook.headers_invalid');
});

test('a secret that is none is the caller’s mistake', async () => {
  expect(await code(verify({ secret: 'whsec_' }))).toMatch(/^A webhook secret is/);
  expect(await code(verify({ secret: 'whsec_%' }))).toMatch(/^A webhook secret is/);
});
