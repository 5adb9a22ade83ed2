import { afterEach, beforeEach, expect, test } from 'vitest';
import { specimenReading } from '../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../test/start-test-server.ts';
import { dataUri, onePixelPng } from '../../../test/uploads/pictures.ts';

const create = '/api/v1/tools/ocr/picture/';
const headers = { authorization: `Token ${testToken}`, 'content-type': 'application/json' };
const body = JSON.stringify({ picture_file: dataUri(onePixelPng) });

let server: TestServer;
let free: PromiseWithResolvers<void>;

beforeEach(async () => {
  free = Promise.withResolvers();
  server = await startTestServer({
    environment: { OCR_WEB_MAX_WAITING_SCANS: '3', OCR_WEB_MAX_CONCURRENT_UPLOADS: '2', OCR_WEB_READER_PROCESSES: '1' },
    read: async () => {
      await free.promise;
      return specimenReading();
    },
  });
}, 120_000);
afterEach(async () => {
  free.resolve();
  await server.remove();
});

const post = (init: RequestInit = {}) => server.request(create, { method: 'POST', headers, body, ...init });
const answer = async (response: Response) => [response.status, response.headers.get('retry-after'), await response.json()];

test('beyond the scans that may wait: 429 with Retry-After, until some are done', async () => {
  for (let index = 0; index < 3; index += 1) expect((await post()).status).toBe(201);
  expect(await answer(await post())).toEqual([429, '5', { detail: 'Request was throttled. Expected available in 5 seconds.' }]);
  free.resolve();
  expect((await server.request('/api/v1/tools/ocr/data/3/', { headers: { ...headers, prefer: 'wait=20' } })).status).toBe(200);
  expect((await post()).status).toBe(201);
});

test('beyond the uploads at the same time: 503 with Retry-After; one that waits for its result does not count', async () => {
  const waiting = [post({ headers: { ...headers, prefer: 'wait=20' } }), post({ headers: { ...headers, prefer: 'wait=20' } })];
  const slow = Array.from({ length: 2 }, () => new TransformStream<Uint8Array, Uint8Array>());
  await expect.poll(async () => (await server.request('/api/v1/tools/ocr/data/2/')).status).toBe(200);
  const uploads = slow.map(({ readable }) => post({ body: readable, duplex: 'half' } as RequestInit));
  const writers = slow.map(({ writable }) => writable.getWriter());
  for (const writer of writers) await writer.write(Buffer.from(' '));
  await expect
    .poll(async () => answer(await post({ body: '{}' })))
    .toEqual([503, '1', { detail: 'Too many uploads at the same time. Try again in a moment.' }]);
  for (const writer of writers) {
    await writer.write(Buffer.from(body));
    await writer.close();
  }
  free.resolve();
  const statuses = (await Promise.all([...waiting, ...uploads])).map(({ status }) => status);
  expect(statuses.slice(0, 2)).toEqual([201, 201]);
  expect(statuses.slice(2).every((status) => status === 201 || status === 429)).toBe(true);
});
