import type { ScanBody } from '@ocr-web/api';
import { EngineError } from '@ocr-web/reader';
import type { Drawing } from '@ocr-web/reader-node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { specimenReading } from '../../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../../test/start-test-server.ts';
import { dataUri, onePixelJpeg, onePixelPng } from '../../../../../test/uploads/pictures.ts';

const scans = '/api/v2/scans';
const headers = { authorization: `Bearer ${testToken}` };
const [zone] = specimenReading().zones;
const png = Buffer.from('what was drawn');

let server: TestServer;
let completed: number;
let failed: number;
let draw: (bytes: Uint8Array, drawing: Drawing, signal: AbortSignal) => Promise<Uint8Array>;

beforeAll(async () => {
  // Two pages with a document on the second; what is no JPEG cannot be read.
  server = await startTestServer({
    environment: { OCR_WEB_MAX_CONCURRENT_UPLOADS: '2' },
    read: (bytes) => {
      const reading = specimenReading();
      if (bytes[0] !== 0xff) return Promise.reject(new EngineError('picture.corrupt', 'no'));
      return Promise.resolve({
        ...reading,
        pages: [{ width: 10, height: 10 }, ...reading.pages, { width: 0, height: 0 }],
        zones: [{ ...reading.zones[0]!, page: 1 }],
      });
    },
    draw: (bytes, drawing, { signal } = {}) => draw(bytes, drawing, signal as AbortSignal),
  });
  [completed, failed] = [await create(onePixelJpeg), await create(onePixelPng)];
}, 120_000);
afterAll(() => server.remove());
beforeEach(() => {
  draw = () => Promise.resolve(png);
});

async function create(picture: Buffer): Promise<number> {
  const response = await server.request(scans, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', prefer: 'wait=20' },
    body: JSON.stringify({ file: dataUri(picture) }),
  });
  return ((await response.json()) as ScanBody).id;
}
const get = (path: string, signal?: AbortSignal) => server.request(`${scans}${path}`, { headers, ...(signal && { signal }) });
const crop = (id: number, index: number | string = 0) => get(`/${id}/documents/${index}/crop`);

test.each<[string, string, Drawing]>([
  ['the crop of a document', 'documents/0/crop', { kind: 'crop', page: 1, quad: zone!.quad }],
  ['a page', 'pages/1/picture', { kind: 'page', page: 1 }],
  ['a page with what was read on it', 'pages/1/annotated', { kind: 'annotated', page: 1, zones: [{ ...zone!, page: 1 }] }],
  ['a page with nothing on it', 'pages/0/annotated', { kind: 'annotated', page: 0, zones: [] }],
])('%s is drawn from the file as uploaded', async (_what, path, expected) => {
  const asked: [Uint8Array, Drawing][] = [];
  draw = (bytes, drawing) => {
    asked.push([bytes, drawing]);
    return Promise.resolve(png);
  };
  const response = await get(`/${completed}/${path}`);
  expect([response.status, response.headers.get('content-type'), Buffer.from(await response.arrayBuffer())]).toEqual([
    200,
    'image/png',
    png,
  ]);
  // What is kept of a reading has no key for what is undefined.
  expect(asked).toEqual([[onePixelJpeg, JSON.parse(JSON.stringify(expected))]]);
});

test('where the zone prints a number that law protects, nothing of it is stored, answered or drawn', async () => {
  const lines = ['P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<', 'SPECI20142NLD6503101F2403096999999990<<<<<84'];
  const asked: Drawing[] = [];
  const dutch = await startTestServer({
    read: () => Promise.resolve(specimenReading(lines)),
    draw: (_bytes, drawing) => {
      asked.push(drawing);
      return Promise.resolve(png);
    },
  });
  const body = JSON.stringify({ file: dataUri(onePixelJpeg) });
  const sent = { method: 'POST', headers: { ...headers, 'content-type': 'application/json', prefer: 'wait=20' }, body };
  const text = await (await dutch.request(scans, sent)).text();
  const { id, result } = JSON.parse(text) as ScanBody;
  for (const end of ['documents/0/crop', 'pages/0/picture', 'pages/0/annotated']) await dutch.request(`${scans}/${id}/${end}`, { headers });
  await dutch.remove();
  expect([text.includes('99999999'), result?.documents[0]?.lines[1]]).toEqual([false, 'SPECI20142NLD6503101F2403096*********<<<<<84']);
  // Columns 28 to 37 of 44, on a line from 100 to 980.
  const covered = asked.map(({ covered: [quad] = [] }) => [quad?.[0].x, quad?.[1].x].map((x) => Math.round(x!)));
  expect(covered).toEqual(Array(3).fill([660, 840]));
});

test.each([
  ['a document that is not there', () => crop(completed, 1), 404, 'not_found'],
  ['a page that is not there', () => get(`/${completed}/pages/3/annotated`), 404, 'not_found'],
  ['a page that could not be read', () => get(`/${completed}/pages/2/picture`), 404, 'not_found'],
  ['a page with drawings that could not be read', () => get(`/${completed}/pages/2/annotated`), 404, 'not_found'],
  ['an index that is none', () => crop(completed, '-1'), 404, 'not_found'],
  ['a scan that is not there', () => crop(99_999), 404, 'not_found'],
  ['a scan that failed', () => crop(failed), 409, 'scan.not_completed'],
])('%s: refused', async (_what, send, status, code) => {
  const response = await send();
  expect([response.status, response.headers.get('content-type'), await response.json()]).toMatchObject([
    status,
    'application/problem+json',
    { status, code },
  ]);
});

test('a drawing that the reader does not end is answered with 503, and its bug with 500', async () => {
  draw = () => Promise.reject(new EngineError('engine.timeout', 'late'));
  const late = await crop(completed);
  expect([late.status, late.headers.get('retry-after'), await late.json()]).toMatchObject([503, '1', { code: 'drawing.failed' }]);
  draw = () => Promise.reject(new Error('bug'));
  const broken = await crop(completed);
  expect([broken.status, await broken.json()]).toMatchObject([500, { code: 'server.failed' }]);
});

test('beyond the drawings at the same time: 503 with Retry-After; a client that leaves stops its own', async () => {
  const { promise: bothDraw, resolve } = Promise.withResolvers<void>();
  const stopped: Promise<void>[] = [];
  draw = (_bytes, _drawing, signal) => {
    const { promise, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => reject(signal.reason));
    stopped.push(promise.catch(() => undefined));
    if (stopped.length === 2) resolve();
    return promise;
  };
  const leaving = new AbortController();
  const abandoned = [1, 2].map(() => get(`/${completed}/documents/0/crop`, leaving.signal).catch(() => 'left'));
  await bothDraw;
  const refused = await crop(completed);
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([503, '1', { code: 'drawings.full' }]);
  leaving.abort();
  await Promise.all(stopped);
  expect(await Promise.all(abandoned)).toEqual(['left', 'left']);
  expect(server.log.filter((line) => line.includes('AbortError'))).toEqual([]);
  draw = () => Promise.resolve(png);
  expect((await crop(completed)).status).toBe(200);
});
