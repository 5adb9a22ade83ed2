import type { StatisticsBody, TokenListBody, TokenWithTextBody } from '@ocr-web/api';
import { expect, test } from 'vitest';
import { testToken, useTestServer } from '../../../../test/start-test-server.ts';
import { onePixelPng } from '../../../../test/uploads/pictures.ts';

const server = useTestServer();

const call = (path: string, token: string = testToken, init: RequestInit = {}) =>
  server.request(`/api/v2${path}`, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
const makeToken = async (body: object) => {
  const answer = await call('/admin/tokens', testToken, { method: 'POST', body: JSON.stringify(body) });
  return [answer.status, await answer.json()] as [number, TokenWithTextBody];
};

test('a token that is made can be used at once, is listed without its text, and is refused at once when it is revoked', async () => {
  const [status, made] = await makeToken({ name: 'desk' });
  expect([status, made]).toEqual([
    201,
    {
      id: expect.any(String),
      object: 'token',
      name: 'desk',
      prefix: made.token.slice(0, 8),
      scopes: ['scan', 'read', 'delete'],
      rate_limit: null,
      scans_per_day: null,
      retain_minutes: null,
      retain_picture_minutes: null,
      created_at: expect.stringMatching(/Z$/),
      last_used_at: null,
      expires_at: null,
      revoked_at: null,
      token: expect.stringMatching(/^[0-9a-f]{40}$/),
    },
  ]);
  expect((await call('/scans', made.token)).status).toBe(200);
  const { data } = (await (await call('/admin/tokens')).json()) as TokenListBody;
  const { token, ...listed } = made;
  expect(data.map(({ name, scopes }) => [name, scopes])).toEqual([
    ['OCR_WEB_TOKEN', ['scan', 'read', 'delete', 'portrait', 'admin']],
    ['desk', ['scan', 'read', 'delete']],
  ]);
  expect(data.at(-1)).toEqual({ ...listed, last_used_at: expect.stringMatching(/:00\.000Z$/) });
  expect(JSON.stringify(data)).not.toContain(token);
  expect((await call(`/admin/tokens/${made.id}`, testToken, { method: 'DELETE' })).status).toBe(204);
  expect((await call('/scans', token)).status).toBe(401);
  expect((await call(`/admin/tokens/${made.id}`, testToken, { method: 'DELETE' })).status).toBe(404);
});

test('without the scope everything is refused, whatever else is wrong, and says how to get it', async () => {
  const [, guest] = await makeToken({ name: 'guest' });
  const answers = await Promise.all(
    [call('/admin/statistics?range=year', guest.token), call('/admin/tokens', guest.token, { method: 'POST', body: '{' })].map(
      async (answer) => (await (await answer).json()) as object,
    ),
  );
  for (const answer of answers)
    expect(answer).toMatchObject({
      status: 403,
      code: 'scope.missing',
      detail: 'This needs a token with the scope "admin". "ocr-web token create --scopes admin <name>" makes one.',
    });
  const [, operator] = await makeToken({ name: 'operator', scopes: ['admin'] });
  expect((await call('/admin/statistics', operator.token)).status).toBe(200);
});

test('a token keeps nothing longer than anything may be kept; the refusal names the field and the bound', async () => {
  const [status, made] = await makeToken({ name: 'short', retain_minutes: 30, retain_picture_minutes: 0 });
  expect([status, made.retain_minutes, made.retain_picture_minutes]).toEqual([201, 30, 0]);
  const detail = 'It must be 10080 minutes at most.';
  expect(await makeToken({ name: 'long', retain_minutes: 10_081 })).toMatchObject([400, { errors: [{ field: 'retain_minutes', detail }] }]);
  const change = async (body: object) => {
    const answer = await call(`/admin/tokens/${made.id}`, testToken, { method: 'PATCH', body: JSON.stringify(body) });
    return [answer.status, await answer.json()];
  };
  expect(await change({ retain_picture_minutes: 10_081 })).toMatchObject([400, { errors: [{ field: 'retain_picture_minutes', detail }] }]);
  expect(await change({ retain_minutes: null })).toMatchObject([200, { retain_minutes: null, retain_picture_minutes: 0 }]);
});

test('a scan that has just ended is in the statistics', async () => {
  const before = (await (await call('/admin/statistics?range=hour')).json()) as StatisticsBody;
  await server.request('/api/v2/scans', {
    method: 'POST',
    body: new Uint8Array(onePixelPng),
    headers: { authorization: `Bearer ${testToken}`, 'content-type': 'image/png', prefer: 'wait=20' },
  });
  const after = (await (await call('/admin/statistics?range=hour')).json()) as StatisticsBody;
  expect(after.outcomes).toEqual({ ...before.outcomes, no_zone: before.outcomes.no_zone + 1 });
  expect([after.storage.scans, after.queue]).toEqual([1, { single: 0, batch: 0, processing: 0, oldest_seconds: null }]);
});
