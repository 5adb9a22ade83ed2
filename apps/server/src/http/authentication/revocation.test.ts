import { afterEach, beforeEach, expect, test } from 'vitest';
import { specimenReading } from '../../../test/specimen-reading.ts';
import { startTestServer, type TestServer } from '../../../test/start-test-server.ts';
import { dataUri, onePixelPng } from '../../../test/uploads/pictures.ts';
import { batchForm } from '../../../test/uploads/send-batch.ts';
import { startUpload } from '../../../test/uploads/start-upload.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { type OpenTokens, openTokens } from '../../tokens/open-tokens.ts';

const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ picture_file: dataUri(onePixelPng) });

let server: TestServer;
let tokens: OpenTokens;
let free: PromiseWithResolvers<void>;
let guest: { readonly id: string; readonly headers: { readonly authorization: string } };

beforeEach(async () => {
  free = Promise.withResolvers();
  server = await startTestServer({
    environment: { OCR_WEB_READER_PROCESSES: '1' },
    read: async () => {
      await free.promise;
      return specimenReading();
    },
  });
  tokens = await openTokens(parseConfig({ OCR_WEB_DATA_DIR: server.directory }));
  const { id, token } = await tokens.create('guest');
  guest = { id, headers: { authorization: `Token ${token}` } };
}, 120_000);
afterEach(async () => {
  free.resolve();
  await server.remove();
});

const asGuest = (path: string, init: RequestInit = {}) => server.request(path, { ...init, headers: { ...guest.headers, ...init.headers } });
const create = () => asGuest('/api/v1/tools/ocr/picture/', { method: 'POST', headers: json, body });

const isCut = (answer: Response) =>
  answer.text().then(
    () => false,
    () => true,
  );

test('a revoked token loses its open streams, its waiting requests, its uploads and its addresses within a second', async () => {
  const { id, picture_file: address } = (await (await create()).json()) as { id: number; picture_file: string };
  const batch = await asGuest('/api/v2/batches', { method: 'POST', body: batchForm([['one.png', onePixelPng]]) });
  const { id: batchId } = (await batch.json()) as { id: number };
  const events = await asGuest(`/api/v2/scans/${id}/events`);
  const batchEvents = await asGuest(`/api/v2/batches/${batchId}/events`);
  const results = await asGuest(`/api/v2/batches/${batchId}/results`);
  const waiting = [`/api/v1/tools/ocr/data/${id}/`, `/api/v2/scans/${id}`].map((path) => asGuest(path, { headers: { prefer: 'wait=30' } }));
  const others = server.request('/healthz');
  const upload = await startUpload(server.url, '/api/v2/scans', guest.headers.authorization, 'image/png');
  expect((await fetch(address)).status).toBe(200);
  const startedAt = performance.now();
  expect(await tokens.revoke(guest.id)).toBe(true);
  expect(await Promise.all([events, batchEvents, results].map(isCut))).toEqual([true, true, true]);
  const [v1, v2] = await Promise.all(waiting);
  expect([v1?.status, v1?.headers.get('www-authenticate'), await v1?.json()]).toEqual([401, 'Token', { detail: 'Invalid token.' }]);
  expect([v2?.status, await v2?.json()]).toEqual([401, expect.objectContaining({ code: 'authentication.invalid' })]);
  expect(performance.now() - startedAt).toBeLessThan(1000);
  expect(await upload.answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 401 Unauthorized\r\n/);
  const gone = await fetch(address);
  expect([gone.status, await gone.json()]).toEqual([404, { detail: 'Not found.' }]);
  expect((await others).status).toBe(200);
  expect(server.log.filter((line) => line.includes('"level":"error"') || line.includes('"level":"warn"'))).toEqual([]);
}, 60_000);
