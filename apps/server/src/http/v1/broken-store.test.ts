import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { testToken, useTestServer } from '../../../test/start-test-server.ts';
import { dataUri, onePixelPng } from '../../../test/uploads/pictures.ts';

const server = useTestServer();
beforeAll(async () => {
  await rm(join(server.directory, 'pictures'), { recursive: true });
});

test('a picture that cannot be stored: 500 that tells nothing, a log line that tells why, and no scan', async () => {
  const headers = { authorization: `Token ${testToken}`, 'content-type': 'application/json' };
  const response = await server.request('/api/v1/tools/ocr/picture/', {
    method: 'POST',
    headers,
    body: JSON.stringify({ picture_file: dataUri(onePixelPng) }),
  });
  expect([response.status, await response.json()]).toEqual([500, { detail: 'A server error occurred.' }]);
  const failures = server.log.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error');
  expect(failures).toMatchObject([
    { msg: 'request failed', req: { method: 'POST', route: '/api/v1/tools/ocr/picture/' }, err: { type: 'Error', code: 'ENOENT' } },
  ]);
  expect((await server.request('/api/v1/tools/ocr/data/1/')).status).toBe(404);
});

test('it is alive and not ready', async () => {
  const [health, ready] = [await fetch(`${server.url}/healthz`), await fetch(`${server.url}/readyz`)];
  expect(health.status).toBe(200);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: 'not ready', checks: { database: 'ok', pictures: 'failed', space: 'ok' } },
  ]);
});
