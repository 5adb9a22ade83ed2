import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { failedScan, openTestClient, queuedScan } from '../../../test/open-test-client.ts';
import { answer, hangUp, type ScriptedServer, type Step, startScriptedServer, stream } from '../../../test/scripted-server.ts';
import { readEvents, readNdjson } from './line-streams.ts';

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
const pieces = (text: string, size: number) =>
  ReadableStream.from(Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size)));

const events = [
  ': a comment\nevent: scan.updated\ndata: {"a":\ndata:1}\nid: 3\nretry: 10\n\n',
  'data\n\n',
  'event: lost\n\n',
  'data:  two blanks\r\n\r\n',
  'data: x\rdata: y\r\r',
  'data: cut off',
].join('');

test.each([1, 2, 3, 7, 1000])('server-sent events, in pieces of %i characters', async (size) => {
  expect(await collect(readEvents(pieces(events, size)))).toEqual([
    { event: 'scan.updated', data: '{"a":\n1}' },
    { event: 'message', data: '' },
    { event: 'message', data: ' two blanks' },
    { event: 'message', data: 'x\ny' },
  ]);
});

test.each([1, 4, 1000])('NDJSON, in pieces of %i characters', async (size) => {
  expect(await collect(readNdjson(pieces('{"a":1}\n\n{"b":"\\n"}\r\n', size)))).toEqual([{ a: 1 }, { b: '\n' }]);
});

test('NDJSON that ends in the middle of a line, or holds what is no JSON', async () => {
  await expect(collect(readNdjson(pieces('{"a":1}\n{"a":2}', 3)))).rejects.toMatchObject({ code: 'client.network' });
  await expect(collect(readNdjson(pieces('{"a":1}\n<h1>\n', 3)))).rejects.toMatchObject({ code: 'client.bad_answer' });
});

let server: ScriptedServer | undefined;
afterEach(() => server?.close());
const serve = async (...steps: Step[]) => {
  server = await startScriptedServer(...steps);
  return openTestClient(server.url, { timeoutMs: 700 });
};
const update = (scan: unknown) => `event: scan.updated\ndata: ${JSON.stringify(scan)}\n\n`;
const processing = { ...queuedScan, status: 'processing' };

test("a scan's events go on after every kind of break, nothing twice, until the scan has ended", async () => {
  const sse = (chunks: string[], end: Parameters<typeof stream>[2]) => stream('text/event-stream', chunks, end);
  const heard = Promise.withResolvers<void>();
  const { scans, pauses } = await serve(
    sse([update(queuedScan), 'event: scan.upd'], { cutOff: heard.promise }),
    sse([update(queuedScan)], 'ended'),
    sse([update(queuedScan), ': still here\n\n', update(processing)], 'left open'), // silence is a break too
    sse([update(processing), update(failedScan)], 'left open'),
  );
  const seen: unknown[] = [];
  for await (const scan of scans.events(7)) {
    seen.push(scan);
    heard.resolve();
  }
  expect(seen).toEqual([queuedScan, processing, failedScan]);
  expect(server?.requests.map(({ url, headers }) => `${url} ${headers.accept}`)).toEqual(
    new Array(4).fill('/api/v2/scans/7/events text/event-stream'),
  );
  expect(pauses).toEqual([375, 750, 375]);
});

test('a listener may take its time: only the silence of the service counts', async () => {
  const { scans, pauses } = await serve(async (response, request) => {
    stream('text/event-stream', [update(queuedScan)], 'left open')(response, request);
    await setTimeout(100);
    response.end(`${update(processing)}${update(failedScan)}`);
  });
  const seen: string[] = [];
  for await (const { status } of scans.events(7)) {
    seen.push(status);
    if (status === 'queued') await setTimeout(1_000);
  }
  expect({ seen, pauses }).toEqual({ seen: ['queued', 'processing', 'failed'], pauses: [] });
});

test('stopping early closes the connection', async () => {
  const closed = Promise.withResolvers<void>();
  const { scans } = await serve((response, request) => {
    response.on('close', closed.resolve);
    stream('text/event-stream', [update(queuedScan)], 'left open')(response, request);
  });
  for await (const _scan of scans.events(7)) break;
  await closed.promise;
});

test('an abort ends the stream with its reason', async () => {
  const { scans } = await serve(stream('text/event-stream', [update(queuedScan)], 'left open'));
  const stop = new AbortController();
  const watched = (async () => {
    for await (const _scan of scans.events(7, { signal: stop.signal })) stop.abort('enough');
  })();
  await expect(watched).rejects.toBe('enough');
});

const batch = (status: string, completed: number) => ({ id: 3, status, counts: { total: 3, completed } });
const result = (index: number) => ({ object: 'batch_result', index, status: 'completed' });
const lines = (...indexes: number[]) => indexes.map((index) => `${JSON.stringify(result(index))}\n`);

test("a batch's results go on behind the last that came, after a break and after silence", async () => {
  const heard = Promise.withResolvers<void>();
  const ndjson = (chunks: string[], end: Parameters<typeof stream>[2]) => stream('application/x-ndjson', chunks, end);
  const { batches } = await serve(
    ndjson([...lines(0), '{"object":"batch_res'], { cutOff: heard.promise }),
    ndjson(['\n', ...lines(1)], 'left open'), // silence is a break too
    ndjson(lines(2), 'ended'),
  );
  const indexes: number[] = [];
  for await (const { index } of batches.results(3)) {
    indexes.push(index);
    heard.resolve();
  }
  expect(indexes).toEqual([0, 1, 2]);
  expect(server?.requests.map(({ url }) => url.replace('/api/v2/batches/3', ''))).toEqual([
    ...['/results?from=0', '/results?from=1', '/results?from=2'],
  ]);
});

test('a batch is watched and waited for by its events', async () => {
  const change = (status: string, completed: number) => `event: batch.updated\ndata: ${JSON.stringify(batch(status, completed))}\n\n`;
  const all = stream('text/event-stream', [change('processing', 1), change('processing', 2), change('completed', 3)], 'ended');
  const { batches } = await serve(all);
  expect((await collect(batches.events(3))).map(({ counts }) => counts.completed)).toEqual([1, 2, 3]);
  expect(await batches.wait(3)).toEqual(batch('completed', 3));
});

test('a batch is sent as a form or as an archive, under a key, and again when it breaks', async () => {
  const { batches } = await serve(hangUp, answer(202, batch('processing', 0)));
  const files = [new Blob(['a']), new File(['b'], 'b.png'), { name: 'room 3/c.png', file: new TextEncoder().encode('c') }];
  await batches.create(files, { reference: 'arrivals' });
  await batches.createFromZip(new Blob(['PK']), { reference: 'arrivals', idempotencyKey: 'mine' });
  const [first, second, zip] = server?.requests ?? [];
  const form = await new Response(second?.body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': String(second?.headers['content-type']) },
  }).formData();
  const sent = await Promise.all(form.getAll('file').map(async (one) => one instanceof File && [one.name, await one.text()]));
  expect([form.get('reference'), sent]).toEqual([
    'arrivals',
    [
      ['file-1', 'a'],
      ['b.png', 'b'],
      ['room 3/c.png', 'c'],
    ],
  ]);
  expect(first?.headers['idempotency-key']).toBe(second?.headers['idempotency-key']);
  expect([zip?.url, zip?.headers['content-type'], zip?.headers['idempotency-key'], zip?.body.toString()]).toEqual([
    ...['/api/v2/batches?reference=arrivals', 'application/zip', 'mine', 'PK'],
  ]);
});
