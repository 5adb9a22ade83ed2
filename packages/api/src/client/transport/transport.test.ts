import { afterEach, expect, test, vi } from 'vitest';
import { failedScan, openTestClient, queuedScan } from '../../../test/open-test-client.ts';
import {
  answer,
  hangUp,
  refuse,
  type ScriptedServer,
  type Step,
  startScriptedServer,
  stayMute,
  stream,
} from '../../../test/scripted-server.ts';
import { createClient } from '../create-client.ts';
import { isOcrWebError, type OcrWebError } from '../ocr-web-error.ts';

let server: ScriptedServer;
const serve = async (...steps: Step[]) => {
  server = await startScriptedServer(...steps);
  return openTestClient(server.url);
};
afterEach(() => server.close());

/** What an error says, as plain data. */
const facts = (error: unknown) => {
  if (!isOcrWebError(error)) throw error;
  const { name, code, message, status, requestId, retryAfterMs, attempts } = error;
  return { name, code, message, status, requestId, retryAfterMs, attempts };
};
const failure = (promise: Promise<unknown>) => promise.then(() => expect.fail('It did not fail.'), facts);

test('a create goes through 503, 429 and broken connections: the same file under the same key, never sooner than asked', async () => {
  const client = await serve(
    refuse(503, 'uploads.full', { 'retry-after': '3' }),
    hangUp,
    refuse(429, 'queue.full', { 'retry-after': 'Mon, 23 Nov 2026 12:00:13 GMT' }),
    answer(202, queuedScan),
  );
  expect(await client.scans.create(new Uint8Array([1, 2, 3]), { reference: 'room 12 & 13', waitSeconds: 5 })).toEqual(queuedScan);
  // 3 s were asked for; 750 ms are the middle of the second try's pause; the clock stands at
  // 12:00:03.750 when told to come back at 12:00:13.
  expect(client.pauses).toEqual([3_000, 750, 9_250]);
  const seen = server.requests.map(({ method, url, headers, body }) => ({
    ...{ method, url, body: [...body], prefer: headers.prefer, authorization: headers.authorization, type: headers['content-type'] },
  }));
  const request = { method: 'POST', url: '/api/v2/scans?reference=room+12+%26+13', body: [1, 2, 3] };
  const headers = { prefer: 'wait=5', authorization: 'Bearer secret', type: 'application/octet-stream' };
  expect(seen).toEqual(new Array(4).fill({ ...request, ...headers }));
  const keys = new Set(server.requests.map((one) => one.headers['idempotency-key']));
  expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
});

test('each create has a key of its own, unless the caller brings one', async () => {
  const { scans } = await serve(answer(202, queuedScan));
  for (const idempotencyKey of [undefined, undefined, 'mine'])
    await scans.create(new Blob([new Uint8Array([1])]), idempotencyKey === undefined ? {} : { idempotencyKey });
  const keys = server.requests.map((one) => one.headers['idempotency-key']);
  expect([new Set(keys).size, keys[2]]).toEqual([3, 'mine']);
});

test('streams and buffers are files too', async () => {
  const { scans } = await serve(refuse(502, 'x'), answer(202, queuedScan));
  await scans.create(new Blob(['abc']).stream());
  await scans.create(new TextEncoder().encode('def').buffer);
  expect(server.requests.map(({ body }) => body.toString())).toEqual(['abc', 'abc', 'def']);
});

test('gives up after the retries and says how often it tried', async () => {
  const { scans, pauses } = await serve(refuse(503, 'uploads.full'));
  expect(await failure(scans.get(1))).toEqual({
    ...{ name: 'OcrWebError', code: 'uploads.full', message: 'Refused: uploads.full.', status: 503, requestId: 'r-1' },
    ...{ retryAfterMs: undefined, attempts: 4 },
  });
  expect(pauses).toEqual([375, 750, 1_500]);
});

test('who asks for more than a minute of patience gets none', async () => {
  const { scans, pauses } = await serve(refuse(429, 'rate.exceeded', { 'retry-after': '3600' }));
  expect(await failure(scans.get(1))).toMatchObject({ code: 'rate.exceeded', retryAfterMs: 3_600_000, attempts: 1 });
  expect(pauses).toEqual([]);
});

test.each([400, 401, 403, 404, 409, 413, 422, 500])('%i is not tried again', async (status) => {
  const { scans } = await serve(refuse(status, 'some.code'));
  expect(await failure(scans.create(new Blob(['a'])))).toMatchObject({ code: 'some.code', status, attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('the problem comes whole', async () => {
  const problem = {
    ...{ type: '/docs/problems#field.invalid', title: 'A field is wrong.', status: 422, detail: 'reference is too long.' },
    ...{ code: 'field.invalid', request_id: 'r-9', errors: [{ field: 'reference', detail: 'at most 200' }] },
  };
  const { scans } = await serve(answer(422, problem, { 'content-type': 'application/problem+json' }));
  const error = await scans.get(1).catch((caught: OcrWebError) => caught);
  expect({ ...error }).toMatchObject({ code: 'field.invalid', requestId: 'r-9', problem });
});

test("a proxy's page is no problem of the service", async () => {
  const page: Step = (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>nginx</h1>');
  const { scans } = await serve(page);
  expect(await failure(scans.get(1))).toMatchObject({ code: 'http.404', message: 'The answer is 404 Not Found', requestId: undefined });
});

test('an answer that is not JSON is refused, not tried again', async () => {
  const { scans } = await serve((response) => response.end('<h1>Welcome</h1>'));
  expect(await failure(scans.get(1))).toMatchObject({ code: 'client.bad_answer', status: 200, attempts: 1 });
});

test('an answer that is cut off is asked for again', async () => {
  const half = JSON.stringify(queuedScan).slice(0, 40);
  const { scans } = await serve(stream('application/json', [half], { cutOff: Promise.resolve() }), answer(200, queuedScan));
  expect(await scans.get(7)).toEqual(queuedScan);
});

test('a service that is not there, and one that stays mute', async () => {
  await serve(stayMute);
  const mute = openTestClient(server.url, { timeoutMs: 30, maxRetries: 1 });
  expect(await failure(mute.scans.get(1))).toMatchObject({
    ...{ code: 'client.timeout', message: 'Nothing was heard from the service for 30 ms.', status: undefined, attempts: 2 },
  });
  await server.close();
  const absent = openTestClient(server.url, { maxRetries: 1 });
  expect(await failure(absent.scans.get(1))).toMatchObject({ code: 'client.network', message: expect.stringContaining('ECONNREFUSED') });
});

test('a redirect is not followed: it would carry the token elsewhere', async () => {
  const { scans } = await serve((response) => response.writeHead(302, { location: '/elsewhere' }).end());
  expect(await failure(scans.get(1))).toMatchObject({ code: 'client.network' });
  expect(new Set(server.requests.map(({ url }) => url))).toEqual(new Set(['/api/v2/scans/1']));
});

test('an abort ends a call with its own reason: before it, during it, and while it waits to try again', async () => {
  const reason = new Error('The guest left.');
  const { scans, transport } = await serve((_response, { url }) => url.endsWith('/2') && stop.abort(reason));
  const stop = new AbortController();
  await expect(scans.get(2, { signal: stop.signal })).rejects.toBe(reason);
  await expect(scans.get(1, { signal: stop.signal })).rejects.toBe(reason);
  expect(server.requests.map(({ url }) => url)).toEqual(['/api/v2/scans/2']);
  await expect(transport.clock.wait(1, stop.signal)).rejects.toBe(reason);

  await server.close();
  const late = new AbortController();
  server = await startScriptedServer((response) => {
    refuse(503, 'uploads.full', { 'retry-after': '30' })(response, server.requests[0]!);
    setTimeout(() => late.abort(reason), 20);
  });
  const client = createClient({ baseUrl: server.url, token: 'secret' });
  await expect(client.scans.get(1, { signal: late.signal })).rejects.toBe(reason);
});

test('a delete whose first answer was lost is done; a missing scan is not found', async () => {
  const { scans } = await serve(hangUp, refuse(404, 'not_found'));
  await scans.delete(5);
  expect(await failure(scans.delete(5))).toMatchObject({ code: 'not_found', attempts: 1 });
  expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(new Array(3).fill('DELETE /api/v2/scans/5'));
});

test('a list goes on from page to page, and stops where the caller does', async () => {
  const page = (id: number, next_cursor: string | null) => answer(200, { data: [{ id }, { id: id - 1 }], next_cursor });
  const { scans } = await serve(page(4, 'a b'), page(2, null));
  const ids: number[] = [];
  for await (const { id } of scans.list({ status: 'failed', createdAfter: new Date(0), limit: 2 })) ids.push(id);
  expect(ids).toEqual([4, 3, 2, 1]);
  expect(server.requests.map(({ url }) => url)).toEqual([
    '/api/v2/scans?status=failed&limit=2&created_after=1970-01-01T00%3A00%3A00.000Z',
    '/api/v2/scans?status=failed&limit=2&cursor=a+b&created_after=1970-01-01T00%3A00%3A00.000Z',
  ]);
});

test('waits as long as the service holds answers back, and pauses where it does not', async () => {
  const { scans, pauses } = await serve(answer(202, queuedScan), answer(200, queuedScan), answer(200, failedScan));
  expect(await scans.read(new Blob(['a']))).toEqual(failedScan);
  expect(server.requests.map(({ url, headers }) => `${url} ${headers.prefer}`)).toEqual([
    '/api/v2/scans wait=20',
    '/api/v2/scans/7 wait=20',
    '/api/v2/scans/7 wait=20',
  ]);
  expect(pauses).toEqual([1_000]);
});

test('a wait has an end', async () => {
  const { scans, pauses } = await serve(answer(200, queuedScan));
  expect(await failure(scans.wait(7, { timeoutMs: 2_500 }))).toMatchObject({
    ...{ code: 'client.wait_timeout', message: 'Scan 7 is still queued after 2500 ms.' },
  });
  expect(pauses).toEqual([1_000, 1_000, 500]);
  expect(server.requests.map(({ headers }) => headers.prefer)).toEqual(['wait=3', 'wait=2', 'wait=1', 'wait=1']);
});

test("fetch is called as a function, as browsers' own demands", async () => {
  await serve(answer(200, queuedScan));
  const strict = vi.fn(function (this: unknown, ...parameters: Parameters<typeof fetch>) {
    if (this !== undefined) throw new TypeError('Illegal invocation');
    return fetch(...parameters);
  });
  const client = createClient({ baseUrl: `${server.url}/`, token: 'secret', fetch: strict });
  expect(await client.scans.get(7)).toEqual(queuedScan);
});

test.each([
  ['baseUrl', { baseUrl: 'ocr.example.org', token: 'a' }],
  ['baseUrl', { baseUrl: 'https://ocr.example.org/?a=b', token: 'a' }],
  ['token', { baseUrl: 'https://ocr.example.org', token: 'a\nb' }],
  ['timeoutMs', { baseUrl: 'https://ocr.example.org', token: 'a', timeoutMs: Number.NaN }],
  ['maxRetries', { baseUrl: 'https://ocr.example.org', token: 'a', maxRetries: -1 }],
])('refuses a wrong %s at once', (name, options) => {
  expect(() => createClient(options)).toThrow(new RegExp(`^${name} must be`));
});
