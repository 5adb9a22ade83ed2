import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestApp } from '../../../test/build-test-app.ts';
import { useTestDatabase } from '../../../test/open-test-database.ts';

const desk = 'https://desk.example.org';
const opened = useTestDatabase();
let closed: FastifyInstance;
let shared: FastifyInstance;
beforeAll(async () => {
  closed = await buildTestApp(opened);
  shared = await buildTestApp(opened, { environment: { OCR_WEB_CORS_ORIGINS: `${desk}, http://localhost:5173` } });
});
afterAll(async () => {
  await closed.close();
  await shared.close();
});

/** The status, and the headers of an answer that are about other origins. */
async function ask(app: FastifyInstance, url: string, headers: Record<string, string>, method: 'GET' | 'OPTIONS' = 'GET') {
  const { statusCode, headers: all } = await app.inject({ method, url, headers });
  const about = Object.entries(all).filter(([name]) => name === 'vary' || name.startsWith('access-control-'));
  return [statusCode, Object.fromEntries(about)];
}

const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };
const exposed =
  'content-disposition, etag, idempotent-replayed, location, preference-applied, ratelimit, ratelimit-policy, retry-after, x-request-id';
const allowedTo = (origin: string) => ({ 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed, vary: 'origin' });

test.each([
  ['/api/v2/scans', 401],
  ['/api/v1/tools/ocr/data/1/', 401],
  ['/openapi.json', 200],
  ['/healthz', 200],
])('unless it is set, %s says nothing of other origins', async (url, status) => {
  expect(await ask(closed, url, { origin: desk })).toEqual([status, {}]);
});

test.each(['/api/v2/scans', '/api/v1/tools/ocr/picture/'])('unless it is set, a preflight of %s is refused', async (url) => {
  expect(await ask(closed, url, { origin: desk, ...preflight }, 'OPTIONS')).toEqual([401, {}]);
});

test.each([desk, 'http://localhost:5173'])('a page of %s may call the API and read its answers', async (origin) => {
  expect(await ask(shared, '/api/v2/scans', { origin })).toEqual([401, allowedTo(origin)]);
  expect(await ask(shared, '/api/v2/nothing', { origin })).toEqual([401, allowedTo(origin)]);
  expect(await ask(shared, '/api/v1/nothing/', { origin })).toEqual([404, allowedTo(origin)]);
  expect(await ask(shared, '/pictures/none', { origin })).toEqual([403, allowedTo(origin)]);
  expect(await ask(shared, '/openapi.json', { origin })).toEqual([200, allowedTo(origin)]);
});

test.each(['/api/v2/scans', '/api/v2/scans/1/events', '/api/v1/tools/ocr/picture/'])('a preflight of %s needs no token', async (url) => {
  expect(await ask(shared, url, { origin: desk, ...preflight }, 'OPTIONS')).toEqual([
    204,
    {
      ...allowedTo(desk),
      vary: 'origin, access-control-request-method, access-control-request-headers',
      'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
      'access-control-allow-headers':
        'authorization, content-type, idempotency-key, if-none-match, last-event-id, prefer, traceparent, tracestate, x-request-id',
      'access-control-max-age': '600',
    },
  ]);
});

test.each([
  'https://desk.example.org.evil.example',
  'https://evil-desk.example.org',
  'https://x.desk.example.org',
  'http://desk.example.org',
  'https://desk.example.org:8443',
  'https://desk.example.org/',
  'HTTPS://DESK.EXAMPLE.ORG',
  'null',
  '*',
  `${desk}, ${desk}`,
  '',
])('the origin %j is another one', async (origin) => {
  expect(await ask(shared, '/api/v2/scans', { origin })).toEqual([401, { vary: 'origin' }]);
  expect(await ask(shared, '/api/v2/scans', { origin, ...preflight }, 'OPTIONS')).toEqual([401, { vary: 'origin' }]);
});

test('without an origin the answer is the same, and caches are told that it might differ', async () => {
  expect(await ask(shared, '/api/v2/scans', {})).toEqual([401, { vary: 'origin' }]);
});

test.each([
  ['/', 200],
  ['/admin', 200],
  ['/healthz', 200],
  ['/apix', 404],
])('%s is shared with nobody', async (url, status) => {
  const [found, headers] = await ask(shared, url, { origin: desk });
  expect([found, Object.keys(headers ?? {}).filter((name) => name.startsWith('access-control-'))]).toEqual([status, []]);
});
