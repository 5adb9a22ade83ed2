import { readFile } from 'node:fs/promises';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { createWebhookSecret } from '../webhook-secrets.ts';
import { signMessage } from './sign-message.ts';

const body = '{"type":"webhook.test","data":{"id":"é"}}';

test('signs as the specification shows', () => {
  // An example of the specification's reference implementations.
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
  expect(signMessage(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], new Date(1_614_265_330_000))).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('the reference implementation verifies each of several secrets, and none of another or of another body', () => {
  const [one, two, other] = [createWebhookSecret(), createWebhookSecret(), createWebhookSecret()];
  const headers = signMessage({ id: 'msg_1', body }, [one, two], new Date());
  for (const secret of [one, two]) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(other).verify(body, headers)).toThrow('No matching signature found');
  expect(() => new Webhook(one).verify(`${body} `, headers)).toThrow('No matching signature found');
  expect(() => new Webhook(one).verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow('No matching signature found');
  const old = signMessage({ id: 'msg_1', body }, [one], new Date(Date.now() - 600_000));
  expect(() => new Webhook(one).verify(body, old)).toThrow('Message timestamp too old');
});

test("the guide's example is signed right", async () => {
  const guide = await readFile(new URL('../../../../../docs/webhooks.md', import.meta.url), 'utf8');
  const [, id = '', seconds, signature, example = ''] =
    /webhook-id: (\S+)\nwebhook-timestamp: (\d+)\nwebhook-signature: (\S+)\n\n(\{.*\})/.exec(guide) ?? [];
  const [secret = ''] = /whsec_[A-Za-z0-9+/]+=/.exec(guide) ?? [];
  const headers = signMessage({ id, body: example }, [secret], new Date(Number(seconds) * 1000));
  expect(headers['webhook-signature']).toBe(signature);
});
