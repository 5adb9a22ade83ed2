import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { BatchBody, ProblemBody } from '@ocr-web/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { packZip, type ZipEntry } from '../../../../test/uploads/pack-zip.ts';
import { onePixelJpeg, onePixelPng, pngOfSize } from '../../../../test/uploads/pictures.ts';
import { batchForm, parseResults } from '../../../../test/uploads/send-batch.ts';

const batches = '/api/v2/batches';
const token = { authorization: `Bearer ${testToken}` };
const mebibyte = 1024 * 1024;

let server: TestServer;
beforeAll(async () => {
  const limits = {
    OCR_WEB_MAX_BATCH_FILES: '4',
    OCR_WEB_MAX_BATCH_BYTES: String(3 * mebibyte),
    OCR_WEB_MAX_PICTURE_BYTES: String(mebibyte),
  };
  server = await startTestServer({ environment: { ...limits, OCR_WEB_READER_PROCESSES: '1' } });
}, 120_000);
afterAll(() => server.remove(), 60_000);

const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}, query = '') =>
  server.request(`${batches}${query}`, { method: 'POST', headers: { ...token, ...headers }, body });
const postZip = (archive: Buffer, query = '') => post(new Uint8Array(archive), { 'content-type': 'application/zip' }, query);
const zip = (entries: readonly ZipEntry[]) => postZip(packZip(entries));
async function problem(response: Response) {
  const { status, code, errors } = (await response.json()) as ProblemBody;
  return [response.status === status, response.headers.get('content-type'), status, code, errors?.map(({ field }) => field)];
}
const isProblem = (status: number, code: string, field?: string) => [true, 'application/problem+json', status, code, field && [field]];

/** Everything that lies in the folders of pictures and uploads. */
async function storedFiles(): Promise<string[]> {
  const folders = ['pictures', 'incoming'].map((name) => readdir(join(server.directory, name), { recursive: true }).catch(() => []));
  return (await Promise.all(folders)).flat().filter((name) => /[\w-]{30}/.test(name));
}
const countBatches = async () => ((await (await server.request(batches, { headers: token })).json()) as { data: unknown[] }).data.length;

test('an archive becomes a batch, and what cannot be read in it a result each', async () => {
  const archive = packZip([
    { name: 'room 12/', bytes: Buffer.alloc(0) },
    { name: 'room 12/a.png', bytes: onePixelPng },
    { name: '../../b.jpg', bytes: onePixelJpeg },
    { name: 'bomb.png', bytes: Buffer.alloc(2 * mebibyte) },
    { name: 'pixels.png', bytes: pngOfSize(60_000, 60_000) },
  ]);
  const response = await postZip(archive, '?reference=zipped');
  const batch = (await response.json()) as BatchBody;
  expect([response.status, batch.reference, batch.counts.total, batch.counts.failed]).toEqual([202, 'zipped', 4, 2]);
  const results = await server.request(`${batches}/${batch.id}/results`, { headers: token });
  expect(parseResults(await results.text()).map(({ file_name, error }) => [file_name, error?.code])).toEqual([
    ['room 12/a.png', undefined],
    ['b.jpg', undefined],
    ['bomb.png', 'body.too_large'],
    ['pixels.png', 'picture.too_large'],
  ]);
  expect((await server.request(`${batches}/${batch.id}`, { method: 'DELETE', headers: token })).status).toBe(204);
});

const four = (bytes: Buffer) => [1, 2, 3, 4].map((index) => ({ name: `${index}`, bytes }));
const form = (count: number, bytes = onePixelPng, reference?: string) =>
  post(
    batchForm(
      Array.from({ length: count }, (_, index) => [`${index}.png`, bytes] as const),
      reference,
    ),
  );
function renamed(): FormData {
  const data = new FormData();
  data.append('file', new Blob([onePixelPng]), 'a.png');
  data.append('picture', new Blob([onePixelPng]), 'b.png');
  return data;
}

test.each<[string, () => Promise<Response>, unknown[]]>([
  ['no file', () => form(0, onePixelPng, 'nothing'), isProblem(400, 'field.invalid', 'file')],
  ['no body', () => server.request(batches, { method: 'POST', headers: token }), isProblem(400, 'field.invalid', 'file')],
  ['an empty archive', () => zip([]), isProblem(400, 'field.invalid', 'file')],
  ['too many files in a form', () => form(5), isProblem(413, 'batch.too_many_files')],
  [
    'too many files in an archive',
    () => zip([...four(onePixelPng), { name: '5', bytes: onePixelPng }]),
    isProblem(413, 'batch.too_many_files'),
  ],
  ['a large form', () => form(4, Buffer.alloc(mebibyte, onePixelPng)), isProblem(413, 'body.too_large')],
  ['an archive that inflates to more', () => zip(four(Buffer.alloc(mebibyte))), isProblem(413, 'body.too_large')],
  ['no archive', () => postZip(Buffer.from('hello')), isProblem(400, 'body.malformed')],
  [
    'a form that is cut off',
    () => post('--x\r\nContent-Disposition', { 'content-type': 'multipart/form-data; boundary=x' }),
    isProblem(400, 'body.malformed'),
  ],
  ['a form without a boundary', () => post('--x', { 'content-type': 'multipart/form-data' }), isProblem(400, 'body.malformed')],
  ['a file under another name, after one that is stored', () => post(renamed()), isProblem(400, 'field.invalid', 'file')],
  ['a reference that is too long', () => form(1, onePixelPng, 'x'.repeat(201)), isProblem(400, 'field.invalid', 'reference')],
  ['JSON', () => post('{}', { 'content-type': 'application/json' }), isProblem(415, 'body.unsupported')],
])('%s is refused, and nothing is left of it', async (_, send, expected) => {
  expect(await problem(await send())).toEqual(expected);
  expect([await countBatches(), await storedFiles()]).toEqual([0, []]);
});

test('a client that leaves in the middle of an upload leaves nothing behind', async () => {
  const response = new Response(
    batchForm([
      ['a.png', onePixelPng],
      ['b.png', onePixelPng],
    ]),
  );
  const body = Buffer.from(await response.arrayBuffer());
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const head = [`POST ${batches} HTTP/1.1`, 'Host: x', `Authorization: Token ${testToken}`, `Content-Length: ${body.length}`];
  socket.write(`${head.join('\r\n')}\r\nContent-Type: ${response.headers.get('content-type')}\r\n\r\n`);
  socket.write(body.subarray(0, body.length - 40));
  await expect.poll(async () => (await storedFiles()).length).toBe(1);
  socket.destroy();
  await expect.poll(storedFiles).toEqual([]);
  expect(await countBatches()).toBe(0);
});
