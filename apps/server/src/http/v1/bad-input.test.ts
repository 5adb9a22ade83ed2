import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, testToken } from '../../../test/start-test-server.ts';
import { dataUri, onePixelJpeg, onePixelPng, pngOfSize } from '../../../test/uploads/pictures.ts';
import { openEmbeddedDatabase } from '../../database/open-embedded-database.ts';

const create = '/api/v1/tools/ocr/picture/';
const authorization = { authorization: `Token ${testToken}` };
const json = { ...authorization, 'content-type': 'application/json' };
const maxPictureBytes = 300_000;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ environment: { OCR_WEB_MAX_PICTURE_BYTES: String(maxPictureBytes) } });
}, 120_000);

afterAll(async () => {
  await server.stop();
  await rm(server.directory, { recursive: true });
});

const post = (body: string | FormData | null, headers: Record<string, string> = json) =>
  server.request(create, { method: 'POST', headers, body });
const postText = (text: string) => post(JSON.stringify({ picture_file: text }));
const notAnImage =
  'Upload a valid image. The file you uploaded was not an image. Send a JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP or HEIC picture or a PDF.';
const notBase64 = 'Not valid base64. Send a data URI such as "data:image/jpeg;base64,..." or the bare base64 text.';
const required = { picture_file: ['This field is required.'] };
const missingCredentials = { detail: 'Authentication credentials were not provided.' };

type Case = readonly [what: string, send: () => Promise<Response>, status: number, body: object, headers?: Record<string, string>];

const cases: readonly Case[] = [
  ['no token', () => post('{}', { 'content-type': 'application/json' }), 401, missingCredentials, { 'www-authenticate': 'Token' }],
  ['another scheme', () => post('{}', { authorization: 'Basic dTpw' }), 401, missingCredentials, { 'www-authenticate': 'Token' }],
  ['a wrong token', () => post('{}', { authorization: 'Token no' }), 401, { detail: 'Invalid token.' }, { 'www-authenticate': 'Token' }],
  ['an empty token', () => post('{}', { authorization: 'Token' }), 401, { detail: 'Invalid token header. No credentials provided.' }],
  [
    'a token with spaces',
    () => post('{}', { authorization: 'Token a b' }),
    401,
    { detail: 'Invalid token header. Token string should not contain spaces.' },
  ],
  ['no body', () => post(null, authorization), 400, required],
  ['no body of type JSON', () => post(null), 400, required],
  ['not JSON', () => post('hello'), 400, { detail: 'JSON parse error - the request body is not valid JSON.' }],
  ['JSON that is a list', () => post('[]'), 400, { non_field_errors: ['Invalid data. Expected an object, but got list.'] }],
  ['JSON that is a text', () => post('"x"'), 400, { non_field_errors: ['Invalid data. Expected an object, but got string.'] }],
  ['a missing field', () => post('{"picture":"x"}'), 400, required],
  ['a null field', () => post('{"picture_file":null}'), 400, { picture_file: ['This field may not be null.'] }],
  ['a field that is a number', () => post('{"picture_file":5}'), 400, { picture_file: ['Not a valid string.'] }],
  ['an empty field', () => postText(''), 400, { picture_file: ['This field may not be blank.'] }],
  ['a data URI without data', () => postText('data:image/png;base64,'), 400, { picture_file: ['The submitted file is empty.'] }],
  ['a data URI that is not base64', () => postText('data:image/png;base64,%%%'), 400, { picture_file: [notBase64] }],
  ['a text that is not base64', () => postText('passport picture!'), 400, { picture_file: [notBase64] }],
  ['text instead of a picture', () => postText(dataUri(Buffer.from('hello'))), 400, { picture_file: [notAnImage] }],
  [
    'a JPEG cut off within its headers',
    () => postText(dataUri(onePixelJpeg.subarray(0, 100))),
    400,
    { picture_file: ['Upload a valid image. The file you uploaded is cut off before its end.'] },
  ],
  [
    'SVG',
    () => postText(dataUri(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))),
    400,
    { picture_file: ['SVG files are not accepted. Send a JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP or HEIC picture or a PDF.'] },
  ],
  [
    'a 400 megapixel PNG',
    () => postText(dataUri(pngOfSize(20_000, 20_000))),
    413,
    { detail: 'The picture has 20000 x 20000 = 400000000 pixels; at most 100000000 are accepted.' },
  ],
  [
    'a picture over the limit',
    () => postText(dataUri(Buffer.alloc(maxPictureBytes + 3))),
    413,
    { detail: `The picture has ${maxPictureBytes + 3} bytes; at most ${maxPictureBytes} are accepted.` },
  ],
  ['a form without the part', () => post(form('other', new Blob([onePixelPng])), authorization), 400, required],
  [
    'a form with an empty file',
    () => post(form('picture_file', new Blob([])), authorization),
    400,
    { picture_file: ['The submitted file is empty.'] },
  ],
  [
    'a form with a file over the limit',
    () => post(form('picture_file', new Blob([Buffer.alloc(maxPictureBytes + 2)])), authorization),
    413,
    { detail: `The picture has ${maxPictureBytes + 2} bytes; at most ${maxPictureBytes} are accepted.` },
  ],
  [
    'a form that is cut off',
    () =>
      post('--b\r\nContent-Disposition: form-data; name="picture_file"; filename="a"\r\n\r\nabc', {
        ...authorization,
        'content-type': 'multipart/form-data; boundary=b',
      }),
    400,
    { detail: 'Multipart form parse error - the form is not valid.' },
  ],
  [
    'a wrong content type',
    () => post('x', { ...authorization, 'content-type': 'text/plain' }),
    415,
    { detail: 'Unsupported media type "text/plain" in request.' },
  ],
  ['a wrong method on create', () => server.request(create), 405, { detail: 'Method "GET" not allowed.' }, { allow: 'POST' }],
  [
    'a wrong method on read',
    () => server.request('/api/v1/tools/ocr/data/1/', { method: 'DELETE' }),
    405,
    { detail: 'Method "DELETE" not allowed.' },
    { allow: 'GET, HEAD' },
  ],
  ['a wrong method without a token', () => fetch(`${server.url}${create}`), 401, missingCredentials],
  [
    'an answer that is not JSON',
    () => server.request(create, { method: 'POST', headers: { ...json, accept: 'text/html' }, body: '{}' }),
    406,
    { detail: 'Could not satisfy the request Accept header.' },
  ],
  ['an unknown id', () => server.request('/api/v1/tools/ocr/data/458/'), 404, { detail: 'Not found.' }],
  ['an id that is no number', () => server.request('/api/v1/tools/ocr/data/abc/'), 404, { detail: 'Not found.' }],
  ['an id that no database holds', () => server.request('/api/v1/tools/ocr/data/99999999999999999999/'), 404, { detail: 'Not found.' }],
  ['an unknown path', () => server.request('/api/v1/nothing/'), 404, { detail: 'Not found.' }],
  ['a path that is no path', () => server.request('/api/v1/%zz'), 400, { detail: 'The request could not be parsed.' }],
  [
    'an unsigned picture address',
    () => server.request(`/pictures/${'k'.repeat(43)}`),
    403,
    { detail: 'The signature does not match this address.' },
  ],
];

for (const [what, send, status, body, headers = {}] of cases) {
  test(what, async () => {
    const response = await send();
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([status, 'application/json', body]);
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
  });
}

test('a body over the limit is refused by its declared length, before a byte of it is sent', async () => {
  const answer = await talk([
    `POST ${create} HTTP/1.1`,
    'Host: x',
    `Authorization: Token ${testToken}`,
    'Content-Type: application/json',
    'Content-Length: 1000000000',
    '',
    '',
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n/);
  expect(answer).toContain(`{"detail":"The request body is too large; at most ${maxPictureBytes * (4 / 3) + 65_536} bytes are accepted."}`);
});

test('whoever asks first (Expect: 100-continue) is not told to send what will be refused', async () => {
  const ask = (length: number) =>
    talk([
      `POST ${create} HTTP/1.1`,
      'Host: x',
      `Authorization: Token ${testToken}`,
      'Content-Type: application/json',
      `Content-Length: ${length}`,
      'Expect: 100-continue',
      '',
      '',
    ]);
  expect(await ask(1_000_000_000)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await ask(20)).toMatch(/^HTTP\/1\.1 100 Continue\r\n/);
});

test('a body without a declared length is refused as soon as it is over the limit', async () => {
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(0x20)),
  });
  const response = await server.request(create, { method: 'POST', headers: json, body: endless, duplex: 'half' } as RequestInit);
  expect([response.status, await response.json()]).toEqual([413, { detail: expect.stringMatching(/^The request body is too large/) }]);
});

test('clients that leave in the middle of a body do no harm', async () => {
  for (const type of ['application/json', 'multipart/form-data; boundary=b']) {
    const head = [
      `POST ${create} HTTP/1.1`,
      'Host: x',
      `Authorization: Token ${testToken}`,
      `Content-Type: ${type}`,
      'Content-Length: 90000',
      '',
      '',
    ];
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(`${head.join('\r\n')}--b\r\nContent-Disposition: form-data; name="picture_file"; filename="a"\r\n\r\nabc`);
    await once(socket, 'connect');
    socket.destroy();
    await once(socket, 'close');
  }
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

// Last, since it stops the server to look into its folder.
test('none of all this left a file or a row behind', async () => {
  await server.stop();
  const files = await readdir(join(server.directory, 'pictures'), { recursive: true });
  expect(files.filter((path) => path.length > 1)).toEqual([]);
  const database = await openEmbeddedDatabase(server.directory);
  const scans = await database.sql.selectFrom('scans').selectAll().execute();
  await database.close();
  expect(scans).toEqual([]);
});

function form(name: string, value: Blob): FormData {
  const data = new FormData();
  data.append(name, value, 'passport.png');
  return data;
}

/** Sends lines on a bare connection and returns the first piece of the answer. */
function talk(lines: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.once('data', (data) => {
    resolve(data.toString());
    socket.destroy();
  });
  socket.once('error', reject);
  socket.write(lines.join('\r\n'));
  return promise;
}
