import { request } from 'node:http';
import { expect, test } from 'vitest';
import { testToken, useTestServer } from '../../test/start-test-server.ts';

const server = useTestServer();

/** Unlike fetch, this sends any method. */
const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; allow: string | undefined; body: unknown }>((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method, headers }, async (answer) => {
      let text = '';
      for await (const piece of answer) text += piece;
      resolve({ status: answer.statusCode, allow: answer.headers.allow, body: JSON.parse(text) });
    });
    sent.on('error', reject).end();
  });

const authorization = { authorization: `Token ${testToken}` };

test.each([
  ['TRACE', '/api/v1/tools/ocr/picture/', 'POST'],
  ['QUERY', '/api/v1/tools/ocr/data/7', 'GET, HEAD'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['DELETE', '/pictures/key?X-Amz-Date=1', 'GET, HEAD'],
])('%s %s: 405 with the methods that there are', async (method, path, allow) => {
  const detail = `Method "${method}" not allowed.`;
  expect(await send(method, path, authorization)).toEqual({ status: 405, allow, body: { detail } });
});

test('in v2 too, as a problem, after the question for the token', async () => {
  expect(await send('PUT', '/api/v2/webhooks/x')).toMatchObject({ status: 401, allow: undefined });
  const { status, allow, body } = await send('PUT', '/api/v2/webhooks/x', authorization);
  expect([status, allow?.split(', ').sort()]).toEqual([405, ['DELETE', 'GET', 'HEAD', 'PATCH']]);
  expect(body).toMatchObject({ code: 'method.not_allowed', status: 405 });
  expect(await send('PUT', '/api/v2/nothing', authorization)).toMatchObject({ status: 404, allow: undefined });
});

test('in v1 after the question for the token, as a path that leads nowhere is not', async () => {
  const picture = '/api/v1/tools/ocr/picture/';
  expect(await send('PUT', picture)).toEqual({
    status: 401,
    allow: undefined,
    body: { detail: 'Authentication credentials were not provided.' },
  });
  // What the answer may be does not matter to a refusal.
  expect(await send('PUT', picture, { ...authorization, accept: 'text/html' })).toEqual({
    status: 405,
    allow: 'POST',
    body: { detail: 'Method "PUT" not allowed.' },
  });
  for (const path of ['/api/v1', '/api/v1/nothing', '/api/v1/tools/ocr/data/'])
    expect(await send('PUT', path)).toEqual({ status: 404, allow: undefined, body: { detail: 'Not found.' } });
  expect(await send('POST', '/api/v1/tools/ocr/data//', authorization)).toMatchObject({ status: 405, allow: 'GET, HEAD' });
});
