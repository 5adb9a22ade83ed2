import { afterAll, beforeAll, expect, test } from 'vitest';
import { specimenReading } from '../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../test/start-test-server.ts';
import { dataUri, onePixelJpeg, onePixelPng } from '../../../test/uploads/pictures.ts';

const create = '/api/v1/tools/ocr/picture/';
const read = '/api/v1/tools/ocr/data/';
const json = { authorization: `Token ${testToken}`, 'content-type': 'application/json' };

const fresh =
  /^\{"id":(\d+),"picture_file":"(http:\/\/127\.0\.0\.1:\d+\/pictures\/[\w-]{43}\?[^"]+)","mrz_detected":false,"status":"NEW","type_doc":null,"country":null,"date_of_birth":null,"expiration_date":null,"names":null,"surname":null,"nationality":null,"number":null,"sex":null,"valid_composite":false,"valid_date_of_birth":false,"valid_expiration_date":false,"valid_number":false,"valid_score":null\}$/;
const specimen =
  '"mrz_detected":true,"status":"COM","type_doc":"P","country":"UTO","date_of_birth":"740812","expiration_date":"120415","names":"ANNA MARIA","surname":"ERIKSSON","nationality":"UTO","number":"L898902C3","sex":"F","valid_composite":true,"valid_date_of_birth":true,"valid_expiration_date":true,"valid_number":true,"valid_score":100}';
const nothing =
  '"mrz_detected":false,"status":"COM","type_doc":null,"country":null,"date_of_birth":null,"expiration_date":null,"names":null,"surname":null,"nationality":null,"number":null,"sex":null,"valid_composite":false,"valid_date_of_birth":false,"valid_expiration_date":false,"valid_number":false,"valid_score":0}';

let server: TestServer;
let hold: PromiseWithResolvers<void> | undefined;

beforeAll(async () => {
  // A JPEG shows the specimen, everything else shows nothing.
  server = await startTestServer({
    read: async (bytes) => {
      await hold?.promise;
      return bytes[0] === 0xff ? specimenReading() : { ...specimenReading(), zones: [] };
    },
  });
}, 120_000);
afterAll(() => server.remove());

const post = (bytes: Buffer, headers: Record<string, string> = {}) =>
  server.request(create, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ picture_file: dataUri(bytes) }) });

test('a fresh scan: 201 and the 18 keys, byte for byte', async () => {
  const response = await post(onePixelPng);
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    201,
    'application/json',
    'no-store',
  ]);
  expect(await response.text()).toMatch(fresh);
});

test('a finished scan: 200 and the 18 keys, byte for byte', async () => {
  const { id } = (await (await post(onePixelJpeg)).json()) as { id: number };
  const response = await server.request(`${read}${id}/`, { headers: { ...json, prefer: 'wait=20' } });
  expect([response.status, response.headers.get('content-type'), response.headers.get('preference-applied')]).toEqual([
    200,
    'application/json',
    'wait=20',
  ]);
  const text = await response.text();
  expect(text.startsWith(`{"id":${id},"picture_file":"${server.url}/pictures/`)).toBe(true);
  expect(text.slice(text.indexOf('"mrz_detected"'))).toBe(specimen);
});

test('without a machine readable zone: COM, nothing detected, score 0', async () => {
  const text = await (await post(onePixelPng, { prefer: 'wait=20' })).text();
  expect(text.slice(text.indexOf('"mrz_detected"'))).toBe(nothing);
});

test('Prefer: wait on the create answers when the scan has ended', async () => {
  const response = await post(onePixelJpeg, { prefer: 'wait=20' });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ status: 'COM', surname: 'ERIKSSON' });
});

test('Prefer: wait answers with what it is when the time is over', async () => {
  hold = Promise.withResolvers();
  const created = (await (await post(onePixelPng, { prefer: 'wait=1' })).json()) as { id: number; status: string };
  expect(created.status).toBe('PRO');
  const waiting = server.request(`${read}${created.id}/`, { headers: { ...json, prefer: 'wait=20' } });
  hold.resolve();
  hold = undefined;
  expect(await (await waiting).json()).toMatchObject({ status: 'COM' });
});

test.each([
  ['bare base64', () => ({ headers: json, body: JSON.stringify({ picture_file: onePixelPng.toString('base64') }) })],
  [
    'a declared type that is wrong',
    () => ({ headers: json, body: JSON.stringify({ picture_file: dataUri(onePixelPng, 'application/pdf') }) }),
  ],
  [
    'JSON with a charset',
    () => ({
      headers: { ...json, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ picture_file: dataUri(onePixelPng) }),
    }),
  ],
  ['keys that v1 does not know', () => ({ headers: json, body: JSON.stringify({ more: 1, picture_file: dataUri(onePixelPng) }) })],
  ['a form with a file', () => ({ headers: { authorization: json.authorization }, body: form(new Blob([onePixelPng])) })],
  ['a form with a text', () => ({ headers: { authorization: json.authorization }, body: form(dataUri(onePixelPng)) })],
])('%s is taken', async (_what, init) => {
  const response = await server.request(create, { method: 'POST', ...init() });
  expect([response.status, await response.text()]).toEqual([201, expect.stringMatching(fresh)]);
});

test('paths without their last slash work alike', async () => {
  const response = await server.request(create.slice(0, -1), {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ picture_file: dataUri(onePixelPng) }),
  });
  const body = (await response.json()) as { id: number };
  const again = await server.request(`${read}${body.id}`);
  expect([response.status, again.status, ((await again.json()) as { id: number }).id]).toEqual([201, 200, body.id]);
});

test('the picture is served by its signed address, without a token', async () => {
  const { picture_file } = (await (await post(onePixelPng)).json()) as { picture_file: string };
  const response = await fetch(picture_file);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(Buffer.from(await response.arrayBuffer()).equals(onePixelPng)).toBe(true);
});

test('the address is signed anew at each read', async () => {
  const { id, picture_file } = (await (await post(onePixelPng)).json()) as { id: number; picture_file: string };
  const again = (await (await server.request(`${read}${id}/`)).json()) as { picture_file: string };
  expect(new URL(again.picture_file).pathname).toBe(new URL(picture_file).pathname);
  expect((await fetch(again.picture_file)).status).toBe(200);
});

test('health and readiness need no token', async () => {
  const [health, ready] = [await fetch(`${server.url}/healthz`), await fetch(`${server.url}/readyz`)];
  expect([health.status, await health.text()]).toEqual([200, '{"status":"ok"}']);
  expect([ready.status, await ready.text()]).toEqual([200, '{"status":"ready","checks":{"database":"ok","pictures":"ok","space":"ok"}}']);
});

test('no line of the log says who somebody is, shows a picture or a token', () => {
  const everything = server.log.join('');
  expect(everything).toContain('"status":"completed"');
  expect(everything).not.toMatch(/ERIKSSON|L898902C3|740812|X-Amz|iVBORw0KGgo/);
  expect(everything).not.toContain(testToken);
});

function form(value: Blob | string): FormData {
  const data = new FormData();
  data.append('note', 'ignored');
  if (typeof value === 'string') data.append('picture_file', value);
  else data.append('picture_file', value, 'passport.png');
  return data;
}
