import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/start-test-server.ts';
import { testMasterKey } from '../../../test/test-keys.ts';
import { dataUri, onePixelJpeg, onePixelPng } from '../../../test/uploads/pictures.ts';
import { batchForm } from '../../../test/uploads/send-batch.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { type OpenTokens, openTokens } from '../../tokens/open-tokens.ts';

const json = { 'content-type': 'application/json' };
const v1 = '/api/v1/tools/ocr/picture/';
const v2 = '/api/v2/scans';

let server: TestServer;
let tokens: OpenTokens;
beforeAll(async () => {
  server = await startTestServer({ environment: { OCR_WEB_RATE_LIMIT: '100', OCR_WEB_RATE_LIMIT_WINDOW_SECONDS: '3600' } });
  tokens = await openTokens(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
}, 120_000);
afterAll(async () => {
  await tokens.close();
  await server.remove();
});

const sendAs = (token: string, path: string, init: RequestInit = {}) =>
  server.request(path, { ...init, headers: { ...(init.headers as object), authorization: `Token ${token}` } });
const sendV1 = (token: string) =>
  sendAs(token, v1, { method: 'POST', headers: json, body: JSON.stringify({ picture_file: dataUri(onePixelPng) }) });
const sendV2 = (token: string, key?: string, picture = onePixelPng) =>
  sendAs(token, v2, {
    method: 'POST',
    headers: { ...json, prefer: 'wait=20', ...(key && { 'idempotency-key': key }) },
    body: JSON.stringify({ file: dataUri(picture) }),
  });
const sendBatch = (token: string, count: number, key?: string) => {
  const files = Array.from({ length: count }, (_, index) => [`${index}.png`, onePixelPng] as const);
  return sendAs(token, '/api/v2/batches', { method: 'POST', headers: key ? { 'idempotency-key': key } : {}, body: batchForm(files) });
};
const statusOf = async (sending: Promise<Response>) => (await sending).status;

test('a token with a limit of its own has that instead of the usual one, and a changed one holds at once', async () => {
  const { id, token } = await tokens.create('slow', { rateLimit: 2 });
  const read = async () => {
    const { status, headers } = await sendAs(token, '/api/v2/scans');
    return [status, headers.get('ratelimit-policy'), headers.get('ratelimit')?.split(';')[1]];
  };
  const policy = '"default";q=2;w=3600';
  expect([await read(), await read(), await read()]).toEqual([
    [200, policy, 'r=1'],
    [200, policy, 'r=0'],
    [429, policy, 'r=0'],
  ]);
  await tokens.update(id, { rateLimit: null });
  expect(await read()).toEqual([200, '"default";q=100;w=3600', 'r=97']);
});

test('files are counted over both versions and batches; beyond the quota 429 with Retry-After and in whose words', async () => {
  const { token } = await tokens.create('few', { scansPerDay: 4 });
  expect([await statusOf(sendV1(token)), await statusOf(sendV2(token))]).toEqual([201, 201]);
  expect([await statusOf(sendBatch(token, 3)), await statusOf(sendBatch(token, 2, 'batch'))]).toEqual([429, 202]);
  const [inV1, inV2] = [await sendV1(token), await sendV2(token)];
  const seconds = Number(inV1.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(86_400);
  const detail = expect.stringMatching(
    /^The token may send 4 files a day \(UTC\), and has not so many left\. Expected available in \d+ seconds\.$/,
  );
  expect([inV1.status, await inV1.json()]).toEqual([429, { detail }]);
  expect([inV2.status, await inV2.json()]).toEqual([429, expect.objectContaining({ status: 429, code: 'quota.used_up', detail })]);
  // What was acknowledged can still be asked for with its key.
  expect(await statusOf(sendBatch(token, 2, 'batch'))).toBe(202);
});

test('refused files and repeated requests are not counted', async () => {
  const { token } = await tokens.create('two', { scansPerDay: 2 });
  const broken = sendV2(token, undefined, Buffer.from('no picture'));
  expect(await statusOf(broken)).toBe(400);
  expect([
    await statusOf(sendV2(token, 'a')),
    await statusOf(sendV2(token, 'a')),
    await statusOf(sendV2(token, 'a', onePixelJpeg)),
  ]).toEqual([201, 201, 422]);
  expect([await statusOf(sendV1(token)), await statusOf(sendV1(token)), await statusOf(sendV2(token, 'a'))]).toEqual([201, 429, 201]);
});

test('rotated tokens count together', async () => {
  const { id, token } = await tokens.create('old', { scansPerDay: 1 });
  const made = await tokens.rotate(id, { overlapMs: 60_000 });
  expect([await statusOf(sendV1(token)), await statusOf(sendV1(made!.token)), await statusOf(sendV1(token))]).toEqual([201, 429, 429]);
});
