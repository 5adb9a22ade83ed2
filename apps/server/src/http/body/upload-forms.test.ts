import { describe, expect, test } from 'vitest';
import { testToken, useTestServer } from '../../../test/start-test-server.ts';
import { dataUri, onePixelJpeg, onePixelPng } from '../../../test/uploads/pictures.ts';

const token = { authorization: `Token ${testToken}` };
const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=b';

const server = useTestServer();

const percentEncoded = (bytes: Buffer) => bytes.toString('hex').replace(/../g, '%$&');
/** What a second form decoding leaves of base64. */
const blanked = onePixelPng.toString('base64').replaceAll('+', ' ');
const part = (name: string, content: Buffer | string, more = '') =>
  Buffer.concat([
    Buffer.from(`--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
    Buffer.from(content as string),
    Buffer.from('\r\n--b--\r\n'),
  ]);
const fileName = '; filename="a.txt"';

type Body = readonly [type: string, body: Buffer | string];
const asJson = (field: string, text: string): Body => ['application/json', JSON.stringify({ [field]: text })];

const forms: readonly (readonly [what: string, picture: Buffer, make: (field: string) => Body])[] = [
  ['a data URI in percent encoding', onePixelJpeg, (field) => asJson(field, `data:image/jpeg,${percentEncoded(onePixelJpeg)}`)],
  ['a data URI whose base64 is percent-encoded', onePixelPng, (field) => asJson(field, dataUri(onePixelPng).replaceAll('+', '%2B'))],
  ['a data URI encoded as a whole', onePixelPng, (field) => asJson(field, encodeURIComponent(dataUri(onePixelPng)))],
  ['base64 whose plus signs became blanks', onePixelPng, (field) => asJson(field, blanked)],
  ['urlencoded with a data URI', onePixelPng, (field) => [urlencoded, new URLSearchParams({ [field]: dataUri(onePixelPng) }).toString()]],
  ['urlencoded with bare plus signs', onePixelPng, (field) => [`${urlencoded}; charset=utf-8`, `${field}=${dataUri(onePixelPng)}`]],
  ['urlencoded with the bytes themselves', onePixelJpeg, (field) => [urlencoded, `a=b&${field}=${percentEncoded(onePixelJpeg)}`]],
  ['a field of a form with the bytes', onePixelJpeg, (field) => [multipart, part(field, onePixelJpeg)]],
  ['a file of a form with base64', onePixelPng, (field) => [multipart, part(field, onePixelPng.toString('base64'), fileName)]],
  ['a file of a form with a data URI', onePixelPng, (field) => [multipart, part(field, `\ufeff${dataUri(onePixelPng)}\r\n`, fileName)]],
];

const post = (path: string, [type, body]: Body, headers: Record<string, string> = {}) =>
  server.request(path, {
    method: 'POST',
    headers: { ...token, 'content-type': type, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });

describe.each([
  ['/api/v1/tools/ocr/picture/', 'picture_file', 201],
  ['/api/v2/scans', 'file', 202],
] as const)('%s', (path, field, status) => {
  test.each(forms)('takes %s, byte for byte', async (_what, picture, make) => {
    const response = await post(path, make(field), { prefer: 'respond-async' });
    const answer = (await response.json()) as { picture_file?: string; file?: { url: string } };
    expect([response.status, answer]).toEqual([status, expect.objectContaining({ id: expect.any(Number) })]);
    const stored = await fetch(answer.picture_file ?? answer.file?.url ?? '');
    expect(Buffer.from(await stored.arrayBuffer())).toEqual(picture);
  });

  test.each(['gzip', 'deflate', 'br', 'identity, gzip'])('refuses a body in %s and says what to send', async (coding) => {
    const response = await post(path, ['application/json', 'x'], { 'content-encoding': coding });
    const { detail } = (await response.json()) as { detail: string };
    expect([response.status, response.headers.get('accept-encoding'), detail]).toEqual([
      415,
      'identity',
      `The body comes with "Content-Encoding: ${coding}". Send it as it is, without that header: pictures are compressed already.`,
    ]);
  });

  test('takes a body that says it is not encoded', async () => {
    const response = await post(path, asJson(field, dataUri(onePixelPng)), { 'content-encoding': 'identity', prefer: 'respond-async' });
    expect(response.status).toBe(status);
  });
});

test.each(['/api/v2/batches', '/api/v2/webhooks'])('%s refuses a body in gzip too', async (path) => {
  const response = await post(path, ['application/json', 'x'], { 'content-encoding': 'gzip' });
  expect([response.status, response.headers.get('accept-encoding'), await response.json()]).toEqual([
    415,
    'identity',
    expect.objectContaining({ code: 'body.unsupported' }),
  ]);
});

test('a webhook is not made by a form', async () => {
  const response = await post('/api/v2/webhooks', [urlencoded, 'url=https%3A%2F%2Fa.example']);
  expect([response.status, await response.json()]).toEqual([415, expect.objectContaining({ code: 'body.unsupported' })]);
});

test('a reference that begins like a picture stays a text', async () => {
  const answers = await Promise.all([
    post('/api/v2/scans', [urlencoded, new URLSearchParams({ file: dataUri(onePixelPng), reference: 'BM%PDF-1' }).toString()]),
    post('/api/v2/scans', [
      multipart,
      Buffer.concat([part('reference', 'GIF89a').subarray(0, -9), Buffer.from('\r\n'), part('file', onePixelPng)]),
    ]),
  ]);
  expect(await Promise.all(answers.map(async (answer) => ((await answer.json()) as { reference?: string }).reference))).toEqual([
    'BM%PDF-1',
    'GIF89a',
  ]);
});
