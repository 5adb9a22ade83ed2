import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BatchBody, Scan, type ScanBody, type TokenScopeName } from '@ocr-web/api';
import type { PortraitReading } from '@ocr-web/reader';
import type { Drawing } from '@ocr-web/reader-node';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver } from '../../../../../test/receivers/start-receiver.ts';
import { specimenReading } from '../../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../../test/start-test-server.ts';
import { testMasterKey } from '../../../../../test/test-keys.ts';
import { onePixelJpeg } from '../../../../../test/uploads/pictures.ts';
import { openAuditLog } from '../../../../audit/audit-log.ts';
import { parseConfig } from '../../../../config/parse-config.ts';
import { openTokens } from '../../../../tokens/open-tokens.ts';

const quad: PortraitReading['quad'] = [
  { x: 611.25, y: 122 },
  { x: 722, y: 122 },
  { x: 722, y: 233 },
  { x: 611.25, y: 233 },
];
const portrait: PortraitReading = { page: 0, kind: 'portrait', quad, faceShare: 0.77777, confidence: 0.91 };
const signature = { page: 0, quad, confidence: 0.6 };
const shown = { page: 0, box: [611.25, 122, 722, 233], quad, confidence: 0.91 };
const asked: boolean[] = [];
const drawn: Drawing[] = [];

let server: TestServer;
let without: TestServer;
const authorizations = new Map<string, { authorization: string }>();
beforeAll(async () => {
  // As the reader does, portraits only where they are asked for.
  const read = (_: Uint8Array, { portrait: wanted = false }: { readonly portrait?: boolean } = {}) => {
    asked.push(wanted);
    return Promise.resolve({ ...specimenReading(), ...(wanted && { portraits: [portrait], signatures: [signature] }) });
  };
  const draw = (_: Uint8Array, drawing: Drawing) => {
    drawn.push(drawing);
    return Promise.resolve(Buffer.from('a face'));
  };
  const environment = { OCR_WEB_PORTRAIT: 'true', OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true' };
  server = await startTestServer({ environment, read, draw });
  without = await startTestServer({ read });
}, 120_000);
afterAll(() => Promise.all([server.remove(), without.remove()]));

/** A token of another owner. */
async function tokenWith(...scopes: TokenScopeName[]): Promise<{ authorization: string }> {
  const known = authorizations.get(scopes.join());
  if (known) return known;
  const tokens = await openTokens(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
  const { token } = await tokens.create('of a test', { scopes });
  await tokens.close();
  authorizations.set(scopes.join(), { authorization: `Bearer ${token}` });
  return await tokenWith(...scopes);
}

const all = { authorization: `Bearer ${testToken}` };
const send = (to: TestServer, query: string, headers: Record<string, string> = all) =>
  to.request(`/api/v2/scans${query}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'image/jpeg', prefer: 'wait=20' },
    body: new Uint8Array(onePixelJpeg),
  });
const get = (path: string, headers: Record<string, string> = all) => server.request(path, { headers });
const make = async (query: string) => (await (await send(server, query)).json()) as ScanBody;

test('a scan that asks says where portrait and signature are, one that does not is as before', async () => {
  const [wanted, plain] = [await make('?portrait=true'), await make('')];
  expect([wanted, plain].map((body) => [...Value.Errors(Scan, body)])).toEqual([[], []]);
  expect([wanted, plain].map(({ result }) => [result?.portraits, result?.signatures])).toEqual([
    [[{ kind: 'portrait', ...shown, face_share: 0.7777 }], [{ ...shown, confidence: 0.6 }]],
    [undefined, undefined],
  ]);
  expect(asked).toEqual([true, false]);
});

test('the crops are drawn when they are asked for, and each one is written down', async () => {
  const { id } = await make('?portrait=true');
  drawn.length = 0;
  const answers = await Promise.all(['portraits/0', 'signatures/0'].map((path) => get(`/api/v2/scans/${id}/${path}/crop`)));
  expect(answers.map(({ status, headers }) => [status, headers.get('content-type'), headers.get('cache-control')])).toEqual(
    Array(2).fill([200, 'image/png', 'no-store']),
  );
  expect(drawn).toEqual(Array(2).fill({ kind: 'crop', page: 0, quad }));
  expect((await get(`/api/v2/scans/${id}/portraits/1/crop`)).status).toBe(404);
  const log = await openAuditLog(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
  await log.verify();
  const events = (await log.read(0)).filter(({ subject }) => subject === String(id)).map(({ action }) => action);
  await log.close();
  expect(events.filter((action) => action === 'scan.portrait_read')).toHaveLength(2);
});

test('a crop ends with its file, and is nobody else’s', async () => {
  const { id } = await make('?portrait=true&retain_picture=0');
  const path = `/api/v2/scans/${id}/portraits/0/crop`;
  await expect.poll(async () => (await get(path)).status).toBe(410);
  const { id: kept } = await make('?portrait=true');
  expect((await get(`/api/v2/scans/${kept}/portraits/0/crop`, await tokenWith('read', 'portrait'))).status).toBe(404);
});

test('without the scope nothing is looked for, shown or drawn', async () => {
  const usual = await tokenWith('scan', 'read', 'delete');
  const refused = await send(server, '?portrait=true', usual);
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'scope.missing']);
  const { id } = (await (await send(server, '', usual)).json()) as ScanBody;
  for (const path of ['portraits/0', 'signatures/0']) expect((await get(`/api/v2/scans/${id}/${path}/crop`, usual)).status).toBe(403);
});

test('where it is turned off, asking for it is refused', async () => {
  const response = await send(without, '?portrait=true');
  const { code, errors } = (await response.json()) as { code: string; errors: { field: string }[] };
  expect([response.status, code, errors.map(({ field }) => field)]).toEqual([400, 'field.invalid', ['portrait']]);
});

test('no list, stream, batch, webhook, statistic, file of the service or line of the log has any of it', async () => {
  const receiver = await startReceiver();
  const headers = { ...all, 'content-type': 'application/json' };
  const body = JSON.stringify({ url: receiver.url, events: ['scan.completed', 'batch.completed'] });
  expect((await server.request('/api/v2/webhooks', { method: 'POST', headers, body })).status).toBe(201);
  const scan = await make('?portrait=true');
  const form = new FormData();
  form.append('file', new Blob([onePixelJpeg]), 'a.jpg');
  const sendBatch = (query: string) => server.request(`/api/v2/batches${query}`, { method: 'POST', headers: all, body: form });
  expect((await sendBatch('?portrait=true')).status).toBe(400);
  const batch = (await (await sendBatch('')).json()) as BatchBody;
  const deliveries = await receiver.waitFor(3);
  await receiver.close();
  const paths = [
    '/api/v2/scans',
    `/api/v2/scans/${scan.id}/events`,
    `/api/v2/batches/${batch.id}`,
    `/api/v2/batches/${batch.id}/results`,
    '/api/v2/admin/statistics',
    `/api/v1/tools/ocr/data/${scan.id}/`,
  ];
  const answers = await Promise.all(paths.map(async (path) => await (await get(path, { authorization: `Token ${testToken}` })).text()));
  // The stream tells the result, so it would have shown it.
  expect(answers[1]).toContain('ERIKSSON');
  const seen = [...answers, ...deliveries.map((delivery) => delivery.body), ...server.log, ...(await readFiles(server.directory))];
  expect(seen.filter((text) => /"portraits"|"signatures"|face_share|faceShare|611\.25/.test(text))).toEqual([]);
  expect((await (await get(`/api/v2/scans/${scan.id}`)).text()).includes('611.25')).toBe(true);
});

/** All that the service keeps, byte for byte: what was found is sealed. */
async function readFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')));
}
