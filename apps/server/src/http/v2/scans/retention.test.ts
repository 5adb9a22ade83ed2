import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchBody, ScanBody, TokenWithTextBody } from '@ocr-web/api';
import { afterEach, describe, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { testMasterKey } from '../../../../test/test-keys.ts';
import { dataUri, onePixelPng } from '../../../../test/uploads/pictures.ts';
import { parseConfig } from '../../../config/parse-config.ts';
import { openTokens } from '../../../tokens/open-tokens.ts';

let server: TestServer;
afterEach(() => server.remove());

const read = () => Promise.resolve(specimenReading());
const start = async (environment: Record<string, string> = {}) => {
  server = await startTestServer({ environment, read });
};
const headers = { authorization: `Bearer ${testToken}`, 'content-type': 'application/json', prefer: 'wait=20' };
async function create(query = '', as = headers): Promise<ScanBody & { readonly http_status: number }> {
  const body = JSON.stringify({ file: dataUri(onePixelPng) });
  const response = await server.request(`/api/v2/scans${query}`, { method: 'POST', headers: as, body });
  return { ...((await response.json()) as ScanBody), http_status: response.status };
}
/** Sends a batch of one file. */
async function sendBatch(query: string, authorization = headers.authorization): Promise<BatchBody> {
  const form = new FormData();
  form.append('file', new Blob([onePixelPng]), 'a.png');
  const sent = await server.request(`/api/v2/batches${query}`, { method: 'POST', headers: { authorization }, body: form });
  return (await sent.json()) as BatchBody;
}
const resultsOf = async ({ id }: BatchBody, as = headers) =>
  (await server.request(`/api/v2/batches/${id}/results`, { headers: as })).text();
const statusOf = async (path: string) => (await server.request(path, { headers })).status;
const pathOf = (url: string) => url.slice(server.url.length);
/** Minutes from one time to another. */
const minutes = (from: string | null, to: string | null) => (Date.parse(to!) - Date.parse(from!)) / 60_000;
async function filesOfPictures(): Promise<string[]> {
  const entries = await readdir(join(server.directory, 'pictures'), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('what is kept', () => {
  test('by default a day, and the file an hour from the end of its reading', async () => {
    await start();
    const { created_at, finished_at, expires_at, file } = await create();
    expect([minutes(created_at, expires_at), minutes(finished_at, file.expires_at)]).toEqual([24 * 60, 60]);
  });

  test('as long as a request asks for, and the file never longer than its result', async () => {
    await start();
    const { created_at, finished_at, expires_at, file } = await create('?retain=90&retain_picture=5');
    expect([minutes(created_at, expires_at), minutes(finished_at, file.expires_at)]).toEqual([90, 5]);
    const other = await create('?retain=3&retain_picture=600');
    expect(minutes(other.finished_at, other.file.expires_at)).toBe(3);
  });

  test('never longer than the operator allows, which a refusal tells', async () => {
    await start({ OCR_WEB_RETENTION_HOURS: '1', OCR_WEB_MAX_RETENTION_HOURS: '2' });
    expect((await create('?retain=120')).http_status).toBe(201);
    expect(await create('?retain=121')).toMatchObject({
      http_status: 400,
      code: 'field.invalid',
      errors: [{ field: 'retain', detail: 'It must be 120 minutes at most.' }],
    });
    expect(await create('?retain=0')).toMatchObject({ http_status: 400, errors: [{ field: 'retain' }] });
    expect(await sendBatch('?retain=0')).toMatchObject({ status: 400, errors: [{ field: 'retain' }] });
    expect(await create('?retain=soon')).toMatchObject({ http_status: 400, errors: [{ field: 'retain' }] });
    expect((await filesOfPictures()).length).toBe(1);
  });

  test('of a batch, too', async () => {
    await start();
    const batch = await sendBatch('?retain=30&retain_picture=0');
    const { scan } = JSON.parse((await resultsOf(batch)).trim()) as { scan: ScanBody };
    expect([minutes(batch.created_at, batch.expires_at), minutes(scan.created_at, scan.expires_at)]).toEqual([30, 30]);
    await expect.poll(filesOfPictures).toEqual([]);
  });

  test('a file that is to be forgotten at once is gone with all its addresses, and its result is there', async () => {
    await start();
    const scan = await create('?retain_picture=0');
    await expect.poll(filesOfPictures).toEqual([]);
    const paths = ['picture', 'documents/0/crop', 'pages/0/picture', 'pages/0/annotated'].map((end) => `/api/v2/scans/${scan.id}/${end}`);
    expect(await Promise.all(paths.map(statusOf))).toEqual([410, 410, 410, 410]);
    expect(await statusOf(pathOf(scan.file.url))).toBe(404);
    const later = (await (await server.request(`/api/v2/scans/${scan.id}`, { headers })).json()) as ScanBody;
    expect(later.result?.documents[0]?.names?.surname).toBe('ERIKSSON');
  });
});

describe('a token with a retention of its own', () => {
  const makeToken = async (limits: object) => {
    const body = JSON.stringify({ name: 'hotel', ...limits });
    const made = (await (await server.request('/api/v2/admin/tokens', { method: 'POST', headers, body })).json()) as TokenWithTextBody;
    return { ...headers, authorization: `Token ${made.token}`, id: made.id };
  };
  const kept = ({ created_at, finished_at, expires_at, file }: ScanBody) => [
    minutes(created_at, expires_at),
    minutes(finished_at, file.expires_at),
  ];

  test('keeps its scans so long, unless a request says otherwise', async () => {
    await start();
    const { id, ...own } = await makeToken({ retain_minutes: 90, retain_picture_minutes: 5 });
    expect(kept(await create('', own))).toEqual([90, 5]);
    expect(kept(await create('?retain=120', own))).toEqual([120, 5]);
    expect(kept(await create('?retain_picture=70', own))).toEqual([90, 70]);
    expect(kept(await create())).toEqual([24 * 60, 60]);
    const body = JSON.stringify({ retain_minutes: null });
    await server.request(`/api/v2/admin/tokens/${id}`, { method: 'PATCH', headers, body });
    expect(kept(await create('', own))).toEqual([24 * 60, 5]);
  });

  test('keeps its scans of v1 and its batches so long, too', async () => {
    await start();
    const { id: _, ...own } = await makeToken({ retain_minutes: 30, retain_picture_minutes: 10 });
    const body = JSON.stringify({ picture_file: dataUri(onePixelPng) });
    const first = await server.request('/api/v1/tools/ocr/picture/', { method: 'POST', headers: own, body });
    const { id } = (await first.json()) as { id: number };
    const scan = (await (await server.request(`/api/v2/scans/${id}`, { headers: own })).json()) as ScanBody;
    const batch = await sendBatch('', own.authorization);
    const { scan: item } = JSON.parse((await resultsOf(batch, own)).trim()) as { scan: ScanBody };
    expect([kept(scan), minutes(batch.created_at, batch.expires_at), kept(item)]).toEqual([[30, 10], 30, [30, 10]]);
  });

  test('keeps them no longer than the operator allows, where that was shortened since', async () => {
    await start({ OCR_WEB_RETENTION_HOURS: '1', OCR_WEB_MAX_RETENTION_HOURS: '2' });
    const socket = await openTokens(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
    const { token } = await socket.create('old', { retainMinutes: 600, retainPictureMinutes: 600 });
    expect(kept(await create('', { ...headers, authorization: `Bearer ${token}` }))).toEqual([120, 120]);
  });

  test('keeps no picture in strict mode', async () => {
    await start({ OCR_WEB_STRICT: 'true' });
    const { id: _, ...own } = await makeToken({ retain_minutes: 90, retain_picture_minutes: 60 });
    expect(kept(await create('', own))[1]).toBe(0);
    expect(await filesOfPictures()).toEqual([]);
  });
});

describe('strict mode', () => {
  const strict = { OCR_WEB_STRICT: 'true' };

  test('writes no picture to the disk, whatever a request asks for, and reads it all the same', async () => {
    await start(strict);
    const scan = await create('?retain_picture=60');
    expect(scan.result?.documents[0]?.names?.surname).toBe('ERIKSSON');
    expect([minutes(scan.finished_at, scan.file.expires_at), await filesOfPictures()]).toEqual([0, []]);
    expect(await statusOf(`/api/v2/scans/${scan.id}/picture`)).toBe(410);
    expect(await readdir(server.directory)).not.toContain('pictures');
  });

  test('a result that somebody has fetched, in v1 or v2, is kept for a minute more', async () => {
    await start(strict);
    const untouched = await create('?retain=60');
    const before = Date.now();
    const again = (await (await server.request(`/api/v2/scans/${untouched.id}`, { headers })).json()) as ScanBody;
    const left = (Date.parse(again.expires_at) - before) / 1000;
    expect([left > 50, left <= 61]).toEqual([true, true]);
  });

  test('pictures that wait take no more memory than they may', async () => {
    const hold = Promise.withResolvers<void>();
    server = await startTestServer({
      environment: { ...strict, OCR_WEB_STRICT_MEMORY_MIB: '1' },
      read: async () => {
        await hold.promise;
        return specimenReading();
      },
    });
    const large = Buffer.concat([onePixelPng, Buffer.alloc(600_000)]);
    const send = async () => {
      const body = JSON.stringify({ file: dataUri(large) });
      return (await server.request('/api/v2/scans', { method: 'POST', headers: { ...headers, prefer: 'respond-async' }, body })).status;
    };
    expect([await send(), await send()]).toEqual([202, 429]);
    hold.resolve();
    await expect.poll(send, { timeout: 10_000 }).toBe(202);
  });
});
