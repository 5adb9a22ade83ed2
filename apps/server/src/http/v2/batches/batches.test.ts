import type { BatchBody, ProblemBody, ScanBody } from '@ocr-web/api';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { dataUri, onePixelJpeg, onePixelPng } from '../../../../test/uploads/pictures.ts';
import { batchForm, type NamedFile, parseEvents, parseResults } from '../../../../test/uploads/send-batch.ts';

const batches = '/api/v2/batches';
const token = { authorization: `Bearer ${testToken}` };

let server: TestServer;
/** Readings that have begun and wait; reading goes on as the test lets it. */
let hold: PromiseWithResolvers<void> | undefined;
let order: string[];
beforeAll(async () => {
  server = await startTestServer({
    environment: { OCR_WEB_READER_PROCESSES: '1', OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true', OCR_WEB_MAX_WAITING_SCANS: '2' },
    read: async (bytes) => {
      order.push(bytes[0] === 0xff ? 'jpeg' : 'png');
      await hold?.promise;
      return specimenReading();
    },
  });
  // Nobody listens there, so that what was to be told stays.
  const body = JSON.stringify({ url: 'http://127.0.0.1:9/', events: ['batch.completed'] });
  const headers = { ...token, 'content-type': 'application/json' };
  expect((await server.request('/api/v2/webhooks', { method: 'POST', headers, body })).status).toBe(201);
}, 120_000);
afterAll(() => server.remove(), 60_000);
beforeEach(() => {
  order = [];
});
afterEach(() => {
  hold?.resolve();
  hold = undefined;
});

async function send(files: readonly NamedFile[], headers: Record<string, string> = {}, reference?: string) {
  const response = await server.request(batches, { method: 'POST', headers: { ...token, ...headers }, body: batchForm(files, reference) });
  return { response, batch: (await response.json()) as BatchBody };
}
const read = async <Body>(path: string) => (await (await server.request(path, { headers: token })).json()) as Body;
const results = async ({ id }: BatchBody, query = '') =>
  parseResults(await (await server.request(`${batches}/${id}/results${query}`, { headers: token })).text());
const remove = async ({ id }: BatchBody) => (await server.request(`${batches}/${id}`, { method: 'DELETE', headers: token })).status;
async function completedEvents({ id }: BatchBody): Promise<number> {
  const { data } = await read<{ data: { id: string }[] }>('/api/v2/webhooks');
  const deliveries = await read<{ data: { event: { data: { id: number } } }[] }>(`/api/v2/webhooks/${data[0]?.id}/deliveries?limit=100`);
  return deliveries.data.filter(({ event }) => event.data.id === id).length;
}

test('a form becomes a batch: files are read in their order, and one that is refused keeps nobody out', async () => {
  const files: NamedFile[] = [
    ['room 12/front.png', onePixelPng],
    ['notes.txt', Buffer.from('hello')],
    ['..\\..\\back\u0007.jpg', onePixelJpeg],
    ['empty.png', Buffer.alloc(0)],
  ];
  expect((await send(files.slice(1, 2), {}, '')).batch.reference).toBeNull();
  const { response, batch } = await send(files, {}, 'arrivals');
  expect([response.status, response.headers.get('location'), response.headers.get('retry-after')]).toEqual([
    202,
    `${batches}/${batch.id}`,
    '1',
  ]);
  expect(batch).toMatchObject({ object: 'batch', reference: 'arrivals', counts: { total: 4, failed: 2 } });
  const lines = await results(batch);
  expect(
    lines.map(({ index, file_name, status, scan, error }) => [index, file_name, status, scan?.status ?? null, error?.code ?? null]),
  ).toEqual([
    [0, 'room 12/front.png', 'completed', 'completed', null],
    [1, 'notes.txt', 'failed', null, 'picture.unsupported'],
    [2, 'back.jpg', 'completed', 'completed', null],
    [3, 'empty.png', 'failed', null, 'picture.empty'],
  ]);
  expect(order).toEqual(['png', 'jpeg']);
  const { scan } = lines[0]!;
  expect(scan).toMatchObject({ batch_id: batch.id, reference: 'arrivals', result: { documents: [{ main_number: 'L898902C3' }] } });
  expect({ ...(await read<ScanBody>(`/api/v2/scans/${scan?.id}`)), file: scan?.file }).toEqual(scan);
  expect(await read(`${batches}/${batch.id}`)).toEqual({
    ...batch,
    status: 'completed',
    finished_at: expect.any(String),
    counts: { total: 4, queued: 0, processing: 0, completed: 2, failed: 2 },
  });
  expect((await results(batch, '?from=3')).map(({ index }) => index)).toEqual([3]);
  expect(await completedEvents(batch)).toBe(1);
});

test('a batch of which every file is refused is completed at once', async () => {
  const { batch } = await send([['a.txt', Buffer.from('a')]]);
  expect(batch).toMatchObject({ status: 'completed', finished_at: batch.created_at, counts: { total: 1, failed: 1 } });
  expect(await completedEvents(batch)).toBe(1);
});

test('100 files: more than may wait alone, and none of them keeps a single scan waiting', async () => {
  hold = Promise.withResolvers();
  const { response, batch } = await send(Array.from({ length: 100 }, (_, index) => [`${index}.png`, onePixelPng]));
  expect(response.status).toBe(202);
  await expect.poll(() => order.length).toBe(1);
  const body = JSON.stringify({ file: dataUri(onePixelJpeg) });
  const single = server.request('/api/v2/scans', {
    method: 'POST',
    headers: { ...token, 'content-type': 'application/json', prefer: 'wait=20' },
    body,
  });
  await expect.poll(async () => (await read<{ data: ScanBody[] }>('/api/v2/scans?limit=1')).data[0]?.batch_id).toBe(null);
  const stream = server.request(`${batches}/${batch.id}/events`, { headers: token });
  hold.resolve();
  expect((await single).status).toBe(201);
  expect(order.slice(0, 2)).toEqual(['png', 'jpeg']);

  expect((await results(batch)).map(({ index, file_name, status }) => [index, file_name, status])).toEqual(
    Array.from({ length: 100 }, (_, index) => [index, `${index}.png`, 'completed']),
  );
  const response2 = await stream;
  expect([response2.headers.get('content-type'), response2.headers.get('x-accel-buffering')]).toEqual(['text/event-stream', 'no']);
  const events = parseEvents<BatchBody>(await response2.text());
  expect(events[0]?.data).toMatchObject({ status: 'processing', counts: { total: 100 } });
  expect(events.at(-1)).toMatchObject({ event: 'batch.updated', data: { status: 'completed', counts: { total: 100, completed: 100 } } });
  expect(events.filter(({ data }) => data.status === 'completed').length).toBe(1);
  expect(await completedEvents(batch)).toBe(1);
  const again = await server.request(`${batches}/${batch.id}/events`, { headers: { ...token, 'last-event-id': events.at(-1)!.id } });
  expect(again.status).toBe(204);
});

test('a scan tells of every change: queued, being read, completed', async () => {
  hold = Promise.withResolvers();
  const { batch } = await send([
    ['a.png', onePixelPng],
    ['b.png', onePixelPng],
  ]);
  await expect.poll(() => order.length).toBe(1);
  const { data } = await read<{ data: ScanBody[] }>('/api/v2/scans?limit=1');
  const response = await server.request(`/api/v2/scans/${data[0]?.id}/events`, { headers: token });
  hold.resolve();
  const events = parseEvents<ScanBody>(await response.text());
  expect(events.map(({ id, event }) => [id, event]).filter(([id]) => !id?.endsWith('-processing'))).toEqual([
    [`${data[0]?.id}-queued`, 'scan.updated'],
    [`${data[0]?.id}-completed`, 'scan.updated'],
  ]);
  expect(events.at(-1)?.data).toMatchObject({ status: 'completed', result: { documents: [{ main_number: 'L898902C3' }] } });
  expect((await results(batch)).length).toBe(2);
});

test('the same key and files make one batch, other files are refused', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const files: NamedFile[] = [
    ['a.png', onePixelPng],
    ['b.jpg', onePixelJpeg],
  ];
  const made = await Promise.all(Array.from({ length: 3 }, () => send(files, key, 'once')));
  expect(new Set(made.map(({ batch }) => batch.id)).size).toBe(1);
  expect(made.map(({ response }) => response.headers.get('idempotent-replayed')).filter((header) => header === null).length).toBe(1);
  const other = await send(files.toReversed(), key, 'once');
  expect([other.response.status, (other.batch as unknown as ProblemBody).code]).toEqual([422, 'idempotency.mismatch']);
  await results(made[0]!.batch);
  expect(await remove(made[0]!.batch)).toBe(204);
  const fresh = await send(files, key, 'once');
  expect(fresh.response.headers.get('idempotent-replayed')).toBe(null);
  await results(fresh.batch);
});

test('a batch is deleted while it is read: scans, items, events; streams of it break or end', async () => {
  hold = Promise.withResolvers();
  const { batch } = await send([
    ['a.png', onePixelPng],
    ['b.png', onePixelPng],
  ]);
  await expect.poll(() => order.length).toBe(1);
  const { data } = await read<{ data: ScanBody[] }>('/api/v2/scans?limit=2');
  const stream = await server.request(`${batches}/${batch.id}/results`, { headers: token });
  const events = await server.request(`${batches}/${batch.id}/events`, { headers: token });
  expect([await remove(batch), await remove(batch)]).toEqual([204, 404]);
  await expect(stream.text()).rejects.toThrow();
  expect(parseEvents<BatchBody>(await events.text()).map((event) => event.data.status)).toEqual(['processing']);
  for (const { id } of data) expect((await server.request(`/api/v2/scans/${id}`, { headers: token })).status).toBe(404);
  hold.resolve();
  const { batch: next } = await send([['c.jpg', onePixelJpeg]]);
  await results(next);
  // The file that was being read is the only one of the deleted batch that was ever read.
  expect(order).toEqual(['png', 'jpeg']);
  expect(await completedEvents(batch)).toBe(0);
});

test('when the last scan that a batch waits for is deleted, the batch is completed', async () => {
  hold = Promise.withResolvers();
  const { batch } = await send([['a.png', onePixelPng]]);
  const { data } = await read<{ data: ScanBody[] }>('/api/v2/scans?limit=1');
  expect((await server.request(`/api/v2/scans/${data[0]?.id}`, { method: 'DELETE', headers: token })).status).toBe(204);
  expect(await read(`${batches}/${batch.id}`)).toMatchObject({ status: 'completed', counts: { total: 0 } });
  expect([await results(batch), await completedEvents(batch)]).toEqual([[], 1]);
});

test('batches are listed newest first, a page at a time', async () => {
  const first = await read<{ data: BatchBody[]; next_cursor: string }>(`${batches}?limit=2`);
  const second = await read<{ data: BatchBody[] }>(`${batches}?limit=2&cursor=${first.next_cursor}`);
  const ids = [...first.data, ...second.data].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  expect(ids.length).toBe(4);
});

test('streams end when the service stops', async () => {
  hold = Promise.withResolvers();
  const { batch } = await send([['a.png', onePixelPng]]);
  const stream = await server.request(`${batches}/${batch.id}/results`, { headers: token });
  const events = await server.request(`${batches}/${batch.id}/events`, { headers: token });
  const broken = expect(stream.text()).rejects.toThrow();
  setTimeout(() => hold?.resolve(), 500);
  const stopped = server.stop();
  await broken;
  expect(parseEvents<BatchBody>(await events.text())[0]?.data.status).toBe('processing');
  await stopped;
});
