import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestApp } from '../../test/build-test-app.ts';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { publicPath, withoutPublicPath } from './public-path.ts';

const opened = useTestDatabase();
let app: FastifyInstance;
let atHome: FastifyInstance;
beforeAll(async () => {
  app = await buildTestApp(opened, { environment: { OCR_WEB_PUBLIC_URL: 'https://example.org/ocr/' } });
  atHome = await buildTestApp(opened);
});
afterAll(async () => {
  await app.close();
  await atHome.close();
});

test.each([
  [undefined, ''],
  ['https://example.org', ''],
  ['https://example.org/ocr', '/ocr'],
  ['https://example.org/a/b/', '/a/b'],
])('%s has the path "%s"', (url, path) => {
  expect(publicPath(url)).toBe(path);
});

test.each([
  ['/ocr/api/v2/scans?limit=1', '/ocr', '/api/v2/scans?limit=1'],
  ['/api/v2/scans', '/ocr', '/api/v2/scans'],
  ['/ocrs/healthz', '/ocr', '/ocrs/healthz'],
  ['/healthz', '', '/healthz'],
  // Taken off here, `/api/v2/scans` would be `/v2/scans`; such a path the proxy takes off.
  ['/api/v2/scans', '/api', '/api/v2/scans'],
])('%s under "%s" is %s', (target, path, expected) => {
  expect(withoutPublicPath(target, path)).toBe(expected);
});

test('the service answers with its path before the address and without it, and with nothing else', async () => {
  const paths = ['/ocr/healthz', '/healthz', '/ocr/openapi.json?a=b', '/ocr/ocr/healthz', '/other/healthz'];
  const answers = await Promise.all(paths.map(async (path) => (await app.inject(path)).statusCode));
  expect(answers).toEqual([200, 200, 200, 404, 404]);
});

test('the path without its last slash leads to the page, whose files are relative to that slash', async () => {
  const { statusCode, headers } = await app.inject('/ocr');
  expect([statusCode, headers.location]).toEqual([308, '/ocr/']);
  expect((await atHome.inject('/ocr')).statusCode).toBe(404);
});

test('problems name their explanation under the path, and so does the description of the API', async () => {
  const type = async (of: FastifyInstance) => (await of.inject('/api/v2/scans')).json().type;
  expect([await type(app), await type(atHome)]).toEqual([
    '/ocr/docs/problems#authentication.missing',
    '/docs/problems#authentication.missing',
  ]);
  const { servers, info } = (await app.inject('/openapi.json')).json();
  expect(servers).toEqual([{ url: 'https://example.org/ocr' }]);
  expect(info.description).toContain('[/docs/problems](/ocr/docs/problems)');
});
