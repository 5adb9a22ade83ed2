import type { ScanBody } from '@ocr-web/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { dataUri, onePixelPng } from '../../../../test/uploads/pictures.ts';

const scans = '/api/v2/scans';
const authorization = { authorization: `Bearer ${testToken}` };

let server: TestServer;
let reads = 0;
beforeAll(async () => {
  server = await startTestServer({
    environment: { OCR_WEB_MAX_CONCURRENT_UPLOADS: '250' },
    read: () => {
      reads += 1;
      return Promise.resolve({ ...specimenReading(), zones: [] });
    },
  });
}, 120_000);
afterAll(() => server.remove());

const create = (key: string, body: object, headers: Record<string, string> = {}) =>
  server.request(scans, {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: JSON.stringify(body),
  });
const idOf = async (response: Response) => ((await response.json()) as ScanBody).id;

test('200 equal creates at the same time: one scan, read once', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => create('burst', { file: dataUri(onePixelPng), reference: 'burst' })));
  expect(answers.filter(({ ok }) => ok).length).toBe(200);
  expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null).length).toBe(1);
  const ids = new Set(await Promise.all(answers.map(idOf)));
  expect(ids.size).toBe(1);
  await server.request(`${scans}/${[...ids][0]}`, { headers: { ...authorization, prefer: 'wait=20' } });
  const list = (await (await server.request(`${scans}?reference=burst`, { headers: authorization })).json()) as { data: object[] };
  expect([list.data.length, reads]).toEqual([1, 1]);
});

test('sent again when it has ended: the finished scan, however the file is sent', async () => {
  const first = await create('later', { file: dataUri(onePixelPng) }, { prefer: 'wait=20' });
  const again = await server.request(scans, {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'image/png', 'idempotency-key': 'later' },
    body: onePixelPng,
  });
  expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
  expect(await idOf(again)).toBe(await idOf(first));
});

test('the same key with another body: 422', async () => {
  await create('mine', { file: dataUri(onePixelPng) });
  const response = await create('mine', { file: dataUri(onePixelPng), reference: 'other' });
  expect([response.status, response.headers.get('content-type'), await response.json()]).toMatchObject([
    422,
    'application/problem+json',
    { status: 422, code: 'idempotency.mismatch' },
  ]);
});
