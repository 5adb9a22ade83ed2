import { afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/start-test-server.ts';

const path = '/api/v1/tools/ocr/data/1/';
let server: TestServer;
afterEach(() => server.remove());

const answer = async (response: Response) => ({
  status: response.status,
  policy: response.headers.get('ratelimit-policy'),
  limit: response.headers.get('ratelimit'),
  retryAfter: response.headers.get('retry-after'),
  body: await response.json(),
});

test('every answer to a token says what is left; beyond the quota 429 with Retry-After in the words of v1', async () => {
  server = await startTestServer({ environment: { OCR_WEB_RATE_LIMIT: '2', OCR_WEB_RATE_LIMIT_WINDOW_SECONDS: '3600' } });
  const left = (remaining: number) => ({
    policy: '"default";q=2;w=3600',
    limit: expect.stringMatching(new RegExp(`^"default";r=${remaining};t=3(600|5\\d\\d)$`)),
  });
  expect(await answer(await server.request(path))).toEqual({ status: 404, ...left(1), retryAfter: null, body: { detail: 'Not found.' } });
  const wrongMethod = { status: 405, retryAfter: null, body: { detail: 'Method "PUT" not allowed.' } };
  expect(await answer(await server.request(path, { method: 'PUT' }))).toEqual({ ...wrongMethod, ...left(0) });
  const seconds = expect.stringMatching(/^3(600|5\d\d)$/);
  const refused = await answer(await server.request(path));
  expect(refused).toEqual({
    status: 429,
    ...left(0),
    retryAfter: seconds,
    body: { detail: `Request was throttled. Expected available in ${refused.retryAfter} seconds.` },
  });
  // Whoever has no token has no quota either, and the service's own health has none.
  expect(await answer(await fetch(`${server.url}${path}`))).toMatchObject({ status: 401, policy: null, limit: null });
  expect(await answer(await server.request('/healthz'))).toMatchObject({ status: 200, policy: null, limit: null });
}, 120_000);

test('with 0 there is no limit and nothing is said', async () => {
  server = await startTestServer({ environment: { OCR_WEB_RATE_LIMIT: '0' } });
  expect(await answer(await server.request(path))).toMatchObject({ status: 404, policy: null, limit: null });
}, 120_000);
