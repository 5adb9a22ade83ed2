import { Scan, type ScanBody, ScanList, type ScanListBody } from '@ocr-web/api';
import { EngineError } from '@ocr-web/reader';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { dataUri, onePixelJpeg, onePixelPng } from '../../../../test/uploads/pictures.ts';

const scans = '/api/v2/scans';
const authorization = { authorization: `Bearer ${testToken}` };
const json = { ...authorization, 'content-type': 'application/json' };

let server: TestServer;
let hold: PromiseWithResolvers<void> | undefined;

beforeAll(async () => {
  // A JPEG shows the specimen, a GIF cannot be read, everything else shows nothing.
  server = await startTestServer({
    read: async (bytes) => {
      await hold?.promise;
      if (bytes[0] === 0x47) throw new EngineError('picture.corrupt', 'no');
      return bytes[0] === 0xff ? specimenReading() : { ...specimenReading(), zones: [] };
    },
  });
}, 120_000);
afterAll(() => server.remove());

const onePixelGif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const send = (body: object, headers: Record<string, string> = {}) =>
  server.request(scans, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
const create = (bytes: Buffer, headers: Record<string, string> = {}, more: object = {}) => send({ file: dataUri(bytes), ...more }, headers);
const get = (path: string, headers: Record<string, string> = {}) => server.request(path, { headers: { ...authorization, ...headers } });
const finished = async (bytes: Buffer, more: object = {}) => bodyOf(await create(bytes, { prefer: 'wait=20' }, more));

/** A scan as the answer says, checked against the schema. */
async function bodyOf(response: Response): Promise<ScanBody> {
  const body = (await response.json()) as ScanBody;
  expect(Value.Errors(Scan, body)).toEqual([]);
  return body;
}

async function holding<Result>(run: () => Promise<Result>): Promise<Result> {
  hold = Promise.withResolvers();
  try {
    return await run();
  } finally {
    hold.resolve();
    hold = undefined;
  }
}

describe('create', () => {
  test('answers 202 at once with where to look and when', async () => {
    const response = await holding(() => create(onePixelPng, {}, { reference: 'Room 12' }));
    const { id, created_at, expires_at, file, ...rest } = await bodyOf(response);
    const headers = ['location', 'retry-after', 'content-type', 'cache-control', 'idempotent-replayed'].map((name) =>
      response.headers.get(name),
    );
    expect([response.status, ...headers]).toEqual([202, `/api/v2/scans/${id}`, '1', 'application/json', 'no-store', null]);
    expect(file).toEqual({
      media_type: 'image/png',
      bytes: onePixelPng.length,
      url: expect.stringMatching(`^${server.url}/pictures/`),
      expires_at: null,
    });
    expect(Date.parse(expires_at) - Date.parse(created_at)).toBe(24 * 3_600_000);
    expect(rest).toEqual({
      object: 'scan',
      status: 'queued',
      reference: 'Room 12',
      batch_id: null,
      finished_at: null,
      result: null,
      error: null,
    });
    expect(Buffer.from(await (await fetch(file.url)).arrayBuffer()).equals(onePixelPng)).toBe(true);
  });

  test('Prefer: wait answers 201 with everything that was read', async () => {
    const response = await create(onePixelJpeg, { prefer: 'wait=20' });
    const scan = await bodyOf(response);
    const headers = ['location', 'retry-after', 'preference-applied', 'etag'].map((name) => response.headers.get(name));
    expect([response.status, ...headers]).toEqual([
      201,
      `/api/v2/scans/${scan.id}`,
      null,
      'wait=20',
      expect.stringMatching(`^W/"${scan.id}-completed-\\w+"$`),
    ]);
    expect([scan.status, scan.finished_at, scan.error]).toEqual(['completed', expect.any(String), null]);
    expect(scan.result?.documents).toMatchObject([
      {
        type: 'passport',
        names: { surname: 'ERIKSSON', given: 'ANNA MARIA' },
        birth_date: { iso: '1974-08-12' },
        main_number: 'L898902C3',
      },
    ]);
  });

  test('without a zone: completed, no documents', async () => {
    const { status, result } = await finished(onePixelPng);
    expect([status, result?.documents, result?.pages]).toEqual(['completed', [], [{ index: 0, width: 1080, height: 760 }]]);
  });

  test('what cannot be read fails with a reason: 201, since that is its end', async () => {
    const response = await create(onePixelGif, { prefer: 'wait=20' });
    const scan = await bodyOf(response);
    expect([response.status, scan.status, scan.result, scan.error]).toEqual([
      201,
      'failed',
      null,
      { code: 'picture.corrupt', message: 'The file is damaged: its pixels cannot be decoded.' },
    ]);
  });

  test.each([
    ['respond-async', 'respond-async', 202],
    ['wait=1', 'wait=1', 202],
    ['respond-async, wait=1', 'wait=1', 202],
    ['handling=lenient', null, 202],
  ])('Prefer: %s while it is not finished', async (prefer, applied, status) => {
    const response = await holding(() => create(onePixelPng, { prefer }));
    await bodyOf(response);
    expect([response.status, response.headers.get('preference-applied')]).toEqual([status, applied]);
  });

  test.each<[string, string, () => RequestInit, string | null]>([
    ['bare base64', '', () => ({ headers: json, body: JSON.stringify({ file: onePixelPng.toString('base64') }) }), null],
    ['a form with a file', '', () => ({ headers: authorization, body: form(new Blob([onePixelPng]), 'A-1') }), 'A-1'],
    ['a form whose reference nobody filled in', '', () => ({ headers: authorization, body: form(new Blob([onePixelPng]), '') }), null],
    ['a form with a text', '', () => ({ headers: authorization, body: form(dataUri(onePixelPng)) }), null],
    [
      'the file itself',
      '?reference=A%202',
      () => ({ headers: { ...authorization, 'content-type': 'image/png' }, body: onePixelPng }),
      'A 2',
    ],
    [
      'the file under a name that says nothing',
      '',
      () => ({ headers: { ...authorization, 'content-type': 'application/octet-stream' }, body: onePixelPng }),
      null,
    ],
    [
      'the file under a wrong name',
      '',
      () => ({ headers: { ...authorization, 'content-type': 'application/pdf' }, body: onePixelPng }),
      null,
    ],
    [
      'the old scheme',
      '',
      () => ({ headers: { ...json, authorization: `Token ${testToken}` }, body: JSON.stringify({ file: dataUri(onePixelPng) }) }),
      null,
    ],
  ])('takes %s', async (_what, query, init, reference) => {
    const response = await server.request(`${scans}${query}`, { method: 'POST', ...init() });
    const scan = await bodyOf(response);
    expect([response.ok, scan.reference, scan.file.media_type, scan.file.bytes]).toEqual([
      true,
      reference,
      'image/png',
      onePixelPng.length,
    ]);
  });
});

describe('read', () => {
  test('answers with the same scan as v1, ended or not', async () => {
    const { id } = await finished(onePixelJpeg);
    const scan = await bodyOf(await get(`${scans}/${id}`));
    const v1 = (await (await server.request(`/api/v1/tools/ocr/data/${id}/`)).json()) as { number: string; status: string };
    expect([scan.id, scan.status, scan.result?.documents[0]?.main_number]).toEqual([id, 'completed', v1.number]);
  });

  test('If-None-Match: 304 while it stays as it is, and 200 with another tag once it has ended', async () => {
    const { id, etag } = await holding(async () => {
      const created = await create(onePixelPng);
      const { id } = await bodyOf(created);
      // By then a worker has it.
      const etag = (await get(`${scans}/${id}`, { prefer: 'wait=1' })).headers.get('etag') as string;
      const same = await get(`${scans}/${id}`, { 'if-none-match': `"other", ${etag}` });
      expect([same.status, same.headers.get('etag'), await same.text()]).toEqual([304, etag, '']);
      return { id, etag };
    });
    const ended = await get(`${scans}/${id}`, { 'if-none-match': etag, prefer: 'wait=20' });
    expect([ended.status, (await bodyOf(ended)).status]).toEqual([200, 'completed']);
    expect((await get(`${scans}/${id}`, { 'if-none-match': '*' })).status).toBe(304);
  });
});

describe('list', () => {
  const list = async (query: Record<string, string>): Promise<ScanListBody> => {
    const body = (await (await get(`${scans}?${new URLSearchParams(query)}`)).json()) as ScanListBody;
    expect(Value.Errors(ScanList, body)).toEqual([]);
    return body;
  };

  test('goes through all, newest first, page by page, and says nothing of what was read', async () => {
    const made: number[] = [];
    for (let index = 0; index < 5; index += 1) made.push((await finished(onePixelJpeg, { reference: 'list' })).id);
    const first = await list({ limit: '2', reference: 'list' });
    // One that comes in between shifts nothing.
    await finished(onePixelPng, { reference: 'list' });
    const second = await list({ limit: '2', reference: 'list', cursor: first.next_cursor as string });
    const third = await list({ limit: '2', reference: 'list', cursor: second.next_cursor as string });
    expect([first, second, third].map(({ data }) => data.map(({ id }) => id))).toEqual([
      made.slice(3).reverse(),
      made.slice(1, 3).reverse(),
      made.slice(0, 1),
    ]);
    expect(third.next_cursor).toBeNull();
    expect(JSON.stringify([first, second, third])).not.toMatch(/ERIKSSON|L898902C3|740812/);
  });

  test('filters by state, reference and time', async () => {
    const failed = await finished(onePixelGif, { reference: 'filter' });
    const completed = await finished(onePixelPng, { reference: 'filter' });
    const ids = async (query: Record<string, string>) => (await list({ reference: 'filter', ...query })).data.map(({ id }) => id);
    expect(await ids({})).toEqual([completed.id, failed.id]);
    expect(await ids({ status: 'failed' })).toEqual([failed.id]);
    expect(await ids({ status: 'queued' })).toEqual([]);
    expect(await ids({ created_after: failed.created_at, status: 'completed' })).toEqual([completed.id]);
    expect(await ids({ created_before: failed.created_at })).toEqual([]);
    expect(await ids({ created_after: '0000-01-01T00:00:00Z', created_before: '9999-12-31T23:59:59-23:59' })).toEqual([
      completed.id,
      failed.id,
    ]);
  });
});

test('the file comes back as it was sent, and does nothing in a browser', async () => {
  const { id } = await finished(onePixelJpeg);
  const response = await get(`${scans}/${id}/picture`);
  expect([response.status, Buffer.from(await response.arrayBuffer()).equals(onePixelJpeg)]).toEqual([200, true]);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
});

describe('delete', () => {
  test('204, then there is nothing any more', async () => {
    const { id, file } = await finished(onePixelJpeg);
    const response = await server.request(`${scans}/${id}`, { method: 'DELETE', headers: authorization });
    expect([response.status, await response.text()]).toEqual([204, '']);
    const again = await server.request(`${scans}/${id}`, { method: 'DELETE', headers: authorization });
    const gone = [again, await get(`${scans}/${id}`), await get(`${scans}/${id}/picture`), await fetch(file.url)];
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  test('wakes whoever waits for it', async () => {
    const started = performance.now();
    const waited = await holding(async () => {
      const { id } = await bodyOf(await create(onePixelPng));
      const waiting = get(`${scans}/${id}`, { prefer: 'wait=20' });
      await get(`${scans}/${id}`, { prefer: 'wait=1' });
      await server.request(`${scans}/${id}`, { method: 'DELETE', headers: authorization });
      return waiting;
    });
    expect([waited.status, performance.now() - started < 10_000]).toEqual([404, true]);
  });
});

function form(file: Blob | string, reference?: string): FormData {
  const data = new FormData();
  if (reference !== undefined) data.append('reference', reference);
  if (typeof file === 'string') data.append('file', file);
  else data.append('file', file, 'passport.png');
  return data;
}
