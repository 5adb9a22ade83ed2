import { afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/start-test-server.ts';

const v1 = '/api/v1/tools/ocr/data/1/';
const v2 = '/api/v2/scans/1';
const wrong = { authorization: 'Token 0123456789012345678901234567890123456789' };

let server: TestServer;
afterEach(() => server.remove());

const start = async (environment: Record<string, string> = {}) => {
  server = await startTestServer({ environment: { OCR_WEB_WRONG_TOKENS_PER_MINUTE: '3', ...environment } });
};
const send = (path: string, headers: Record<string, string>) => fetch(`${server.url}${path}`, { headers });
const statuses = async (count: number, headers: Record<string, string>) => {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await send(v1, headers)).status);
  return found;
};

test('beyond the quota of an address a wrong token gets 429 with Retry-After, and a right one works', async () => {
  await start();
  expect(await statuses(3, wrong)).toEqual([401, 401, 401]);
  const refused = await send(v1, wrong);
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThanOrEqual(18);
  expect(seconds).toBeLessThanOrEqual(20);
  expect([refused.status, await refused.json()]).toEqual([
    429,
    { detail: `Too many wrong tokens came from this address. Expected available in ${seconds} seconds.` },
  ]);
  const problem = await send(v2, wrong);
  expect([problem.status, problem.headers.get('content-type'), await problem.json()]).toEqual([
    429,
    'application/problem+json',
    expect.objectContaining({ code: 'rate.limited' }),
  ]);
  // The same address: a right token, none, and what needs none.
  expect([(await server.request(v1)).status, (await send(v1, {})).status, (await send('/healthz', {})).status]).toEqual([404, 401, 200]);
}, 60_000);

test('behind a proxy that is trusted the address is the one that it names', async () => {
  await start({ OCR_WEB_TRUST_PROXY: 'true' });
  expect(await statuses(4, { ...wrong, 'x-forwarded-for': '192.0.2.1' })).toEqual([401, 401, 401, 429]);
  expect(await statuses(1, { ...wrong, 'x-forwarded-for': '192.0.2.2' })).toEqual([401]);
}, 60_000);

test('without such a proxy nobody chooses the own address', async () => {
  await start();
  expect(await statuses(3, { ...wrong, 'x-forwarded-for': '192.0.2.1' })).toEqual([401, 401, 401]);
  expect(await statuses(1, { ...wrong, 'x-forwarded-for': '192.0.2.2' })).toEqual([429]);
}, 60_000);
