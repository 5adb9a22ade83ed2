import { afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer, testToken } from '../../../test/start-test-server.ts';
import { dataUri, onePixelPng } from '../../../test/uploads/pictures.ts';
import { batchForm } from '../../../test/uploads/send-batch.ts';
import { type StartedUpload, startUpload } from '../../../test/uploads/start-upload.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { openTokens } from '../../tokens/open-tokens.ts';

let server: TestServer;
const started: StartedUpload[] = [];
afterEach(async () => {
  for (const { socket } of started.splice(0)) socket.destroy();
  await server.remove();
});

const v1 = '/api/v1/tools/ocr/picture/';
const own = `Token ${testToken}`;

async function createGuest(): Promise<string> {
  const tokens = await openTokens(parseConfig({ OCR_WEB_DATA_DIR: server.directory }));
  return `Token ${(await tokens.create('guest')).token}`;
}

/**
 * Starts uploads one after the other; returns how many were let in and with what the others were
 * refused.
 */
async function startUploads(count: number, path: string, authorization: string, contentType: string): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  for (let index = 0; index < count; index += 1) {
    const upload = await startUpload(server.url, path, authorization, contentType);
    started.push(upload);
    statuses[upload.status] = (statuses[upload.status] ?? 0) + 1;
  }
  return statuses;
}

const send = (authorization: string) =>
  server.request(v1, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ picture_file: dataUri(onePixelPng) }),
  });

test('one token that holds uploads open gets half of the places, and others go on', async () => {
  server = await startTestServer();
  const guest = await createGuest();
  expect(await startUploads(40, v1, guest, 'application/json')).toEqual({ 100: 16, 503: 24 });
  // Version 2 shares its places with version 1.
  expect(await startUploads(1, '/api/v2/scans', guest, 'image/png')).toEqual({ 503: 1 });
  expect((await send(own)).status).toBe(201);
}, 60_000);

test('streams are shared too', async () => {
  server = await startTestServer({
    environment: { OCR_WEB_MAX_STREAMS: '4', OCR_WEB_SHUTDOWN_SECONDS: '0' },
    read: () => new Promise(() => undefined),
  });
  const guest = await createGuest();
  const watch = async (authorization: string) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const created = await server.request('/api/v2/scans', {
      method: 'POST',
      headers,
      body: JSON.stringify({ file: dataUri(onePixelPng) }),
    });
    const { id } = (await created.json()) as { id: number };
    return server.request(`/api/v2/scans/${id}/events`, { headers: { authorization } });
  };
  const answers = [await watch(guest), await watch(guest), await watch(guest), await watch(own)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 200]);
  for (const { body } of answers) await body?.cancel();
}, 60_000);

test('slow archives do not stop batches: the one that lags the most loses its place with 408', async () => {
  server = await startTestServer({ environment: { OCR_WEB_MAX_CONCURRENT_BATCHES: '3', OCR_WEB_UPLOAD_GRACE_SECONDS: '0' } });
  expect(await startUploads(3, '/api/v2/batches', own, 'application/zip')).toEqual({ 100: 3 });
  const guest = await createGuest();
  const headers = { authorization: guest };
  const answer = await server.request('/api/v2/batches', { method: 'POST', headers, body: batchForm([['one.png', onePixelPng]]) });
  expect(answer.status).toBe(202);
  const cut = await started[0]!.answer;
  const [head = '', body = ''] = cut.slice('HTTP/1.1 100 Continue\r\n\r\n'.length).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n(.*\r\n)*connection: close\r\n/i);
  expect(JSON.parse(body)).toMatchObject({
    code: 'upload.too_slow',
    status: 408,
    detail: 'The body came more slowly than 1000 bytes a second while others waited. Send it again.',
  });
  expect(started.slice(1).map(({ socket }) => socket.readyState)).toEqual(['open', 'open']);
}, 60_000);

test('while nobody wants its place a slow upload is left alone', async () => {
  server = await startTestServer({ environment: { OCR_WEB_MAX_CONCURRENT_BATCHES: '3', OCR_WEB_UPLOAD_GRACE_SECONDS: '0' } });
  expect(await startUploads(2, '/api/v2/batches', own, 'application/zip')).toEqual({ 100: 2 });
  expect((await server.request('/healthz')).status).toBe(200);
  expect(started.map(({ socket }) => socket.readyState)).toEqual(['open', 'open']);
}, 60_000);
