import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTestApp } from '../../../test/build-test-app.ts';
import { openTestDatabase } from '../../../test/open-test-database.ts';
import { startTestServer, type TestServer, testToken } from '../../../test/start-test-server.ts';
import { dataUri, onePixelPng } from '../../../test/uploads/pictures.ts';
import { batchForm } from '../../../test/uploads/send-batch.ts';
import { openDiskStore } from '../../pictures/stores/open-disk-store.ts';
import { ensureFirstToken } from '../../tokens/ensure-first-token.ts';

const detail = 'The service has too little space left to store anything. Try again later.';
const problem = {
  ...{ type: '/docs/problems#storage.full', title: 'The service has too little space left', status: 507, detail, code: 'storage.full' },
  request_id: expect.any(String),
};
const authorization = `Token ${testToken}`;
const answerOf = async (response: Response) => [response.status, response.headers.get('retry-after'), await response.json()];

describe('less space is free than is wanted', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ environment: { OCR_WEB_MIN_FREE_MIB: '1000000000' } });
  }, 120_000);
  afterAll(() => server.remove());

  const post = (path: string, body: RequestInit['body'] & {}, contentType?: string) =>
    server.request(path, { method: 'POST', body, headers: { authorization, ...(contentType && { 'content-type': contentType }) } });

  test('uploads are refused with 507 and Retry-After, each in the shape of its version', async () => {
    const answers = [
      await post('/api/v1/tools/ocr/picture/', JSON.stringify({ picture_file: dataUri(onePixelPng) }), 'application/json'),
      await post('/api/v2/scans', onePixelPng, 'application/octet-stream'),
      await post('/api/v2/batches', batchForm([['one.png', onePixelPng]])),
    ];
    expect(await Promise.all(answers.map(answerOf))).toEqual([
      [507, '60', { detail }],
      [507, '60', problem],
      [507, '60', problem],
    ]);
  });

  test('it is not ready, and says why; what is there can be read', async () => {
    expect(await answerOf(await server.request('/readyz'))).toEqual([
      ...[503, null],
      { status: 'not ready', checks: { database: 'ok', pictures: 'ok', space: 'failed' } },
    ]);
    expect((await server.request('/api/v2/scans')).status).toBe(200);
    expect((await server.request('/api/v2/scans/1', { method: 'DELETE' })).status).toBe(404);
  });
});

test('a disk that is full when a picture is stored: the same refusal, and nothing is left', async ({ skip, onTestFinished }) => {
  const disk = await mkdtemp(join(tmpdir(), 'ocr-web-full-'));
  onTestFinished(() => rm(disk, { recursive: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return skip('mounting is not allowed here');
  }
  onTestFinished(() => void execFileSync('umount', [disk]));
  const database = await openTestDatabase();
  onTestFinished(database.close);
  await ensureFirstToken(database.database, testToken);
  const store = await openDiskStore(disk, new Uint8Array(32));
  onTestFinished(store.close);
  const app = await buildTestApp(database, { store });
  onTestFinished(() => app.close());
  const payload = await readFile(new URL('../../../assets/specimen-passport.png', import.meta.url));
  const headers = { authorization, 'content-type': 'application/octet-stream' };
  const answer = await app.inject({ method: 'POST', url: '/api/v2/scans', headers, payload });
  expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toEqual([507, '60', problem]);
  expect((await readdir(disk, { recursive: true })).filter((path) => path.length > 1)).toEqual([]);
  const list = await app.inject({ method: 'GET', url: '/api/v2/scans', headers: { authorization } });
  expect(list.json().data).toEqual([]);
});
