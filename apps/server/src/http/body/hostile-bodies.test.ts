import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, testToken } from '../../../test/start-test-server.ts';
import { packZip } from '../../../test/uploads/pack-zip.ts';
import { dataUri, onePixelPng } from '../../../test/uploads/pictures.ts';

const size = 1_200_000;
const v1 = '/api/v1/tools/ocr/picture/';
const v2 = '/api/v2/scans';
const batches = '/api/v2/batches';
const webhooks = '/api/v2/webhooks';
const token = { authorization: `Token ${testToken}` };
const form = 'multipart/form-data; boundary=b';
const urlencoded = 'application/x-www-form-urlencoded';

let server: TestServer;
beforeAll(async () => {
  // One place only: a refused body that kept its place would be noticed by the next one.
  server = await startTestServer({ environment: { OCR_WEB_MAX_CONCURRENT_UPLOADS: '1', OCR_WEB_MAX_CONCURRENT_BATCHES: '1' } });
}, 120_000);
afterAll(() => server.remove());

const flood = (unit: string, start = '') => Buffer.concat([Buffer.from(start), Buffer.alloc(size, unit)]);
const part = (name: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nx\r\n`;
const equals = JSON.stringify({ url: 'https://a.example', events: Array.from({ length: 20_000 }, () => 1) });
const labelled = () => packZip([{ name: 'n'.repeat(65_000), bytes: onePixelPng }]);

const longHeaders = 'Multipart form parse error - the headers of a part may have at most 8192 bytes.';
const manyParts = 'Multipart form parse error - a form may have at most 20 parts.';
const outside = 'Multipart form parse error - at most 8192 bytes may stand before its first boundary and behind its last one.';
const nameless = 'Multipart form parse error - each part needs "Content-Disposition: form-data" and a name.';
const manyUrlencoded = 'Form parse error - a form may have at most 20 fields.';
const longName = 'Form parse error - the name of a field may have at most 200 bytes.';
const deep = 'JSON parse error - it may be nested at most 32 deep.';
const manyMarks = 'JSON parse error - it may have at most 1000 commas, brackets and quotation marks.';
const labels = 'Name, extra fields and comment of an entry of the archive may have at most 4096 bytes together.';
const manyFields = 'Multipart form parse error - a batch takes at most 20 fields beside its files.';

const forms: readonly (readonly [what: string, body: Buffer, detail: string])[] = [
  ['bare boundaries', flood('--b\r\n'), longHeaders],
  ['boundaries with empty headers', flood('--b\r\n\r\n\r\n'), nameless],
  ['headers without end', flood('a: b\r\n', '--b\r\n'), longHeaders],
  ['a header without end', flood('x', '--b\r\na: '), longHeaders],
  ['no boundary', flood('\r\n--'), outside],
  ['an endless epilogue', flood('--b\r\n', `${part('a')}--b--\r\n`), outside],
];
const texts: readonly (readonly [what: string, body: Buffer, detail: string])[] = [
  ['lists in lists', flood('['), deep],
  ['objects in objects', flood('{"a":'), deep],
  ['a long list', flood('1,', '['), manyMarks],
  ['many members', flood('"a":1,', '{'), manyMarks],
  ['many empty objects', flood('{},', '['), manyMarks],
  ['escaped quotation marks', flood('\\"', '"'), manyMarks],
];
const floods: readonly (readonly [what: string, body: Buffer, detail: string])[] = [
  ['ampersands', flood('&'), manyUrlencoded],
  ['fields', flood('a=&'), manyUrlencoded],
  ['escapes in a name', flood('%41'), longName],
];
const refused = [
  ...floods.flatMap(([what, body, detail]) => [v1, v2].map((path) => [what, path, urlencoded, body, detail] as const)),
  ...forms.flatMap(([what, body, detail]) => [v1, v2, batches].map((path) => [what, path, form, body, detail] as const)),
  ...texts.flatMap(([what, body, detail]) => [v1, v2].map((path) => [what, path, 'application/json', body, detail] as const)),
  ['many parts', v1, form, flood(part('a')), manyParts],
  ['many parts', v2, form, flood(part('a')), manyParts],
  ['many fields', batches, form, flood(part('a')), manyFields],
  ['labels of an archive', batches, 'application/zip', labelled(), labels],
  // Its list would be compared member by member, each with each.
  ['a list of equals', webhooks, 'application/json', Buffer.from(equals), manyMarks],
] as const;

test.each(refused)('%s at %s of %s', async (_what, path, type, body, detail) => {
  const [answer, health] = await Promise.all([
    server.request(path, { method: 'POST', headers: { ...token, 'content-type': type }, body: new Uint8Array(body) }),
    fetch(`${server.url}/healthz`),
  ]);
  const { detail: found } = (await answer.json()) as { readonly detail: string };
  expect([answer.status, found, health.status]).toEqual([400, detail, 200]);
});

test('base64 of nothing but spaced letters, and of whitespace', async () => {
  const send = async (text: string) => {
    const answer = await server.request(v1, {
      method: 'POST',
      headers: { ...token, 'content-type': 'application/json' },
      body: JSON.stringify({ picture_file: text }),
    });
    return [answer.status, await answer.json()];
  };
  const notAnImage = expect.stringMatching(/^Upload a valid image\. The file you uploaded was not an image\./);
  expect(await send('a '.repeat(size / 2))).toEqual([400, { picture_file: [notAnImage] }]);
  expect(await send(' '.repeat(size))).toEqual([400, { picture_file: ['This field may not be blank.'] }]);
});

const noBase64 = 'Not valid base64. Send a data URI such as "data:image/jpeg;base64,..." or the bare base64 text.';
const noPicture = expect.stringMatching(/^Upload a valid image\. The file you uploaded was not an image\./);

test.each([
  ['escapes', flood('%41', 'picture_file='), noPicture],
  ['escapes that are none', flood('%4', 'picture_file='), noBase64],
  ['equals signs', flood('=', 'picture_file='), noBase64],
  ['plus signs', flood('+', 'picture_file='), 'This field may not be blank.'],
  ['escaped escapes', flood('%2541', 'picture_file='), noPicture],
  ['bytes that are no text', flood('%ff', 'picture_file='), noBase64],
  ['a data URI of escapes', flood('%2541', 'picture_file=data:,'), noPicture],
  ['blanks within base64', flood('a+', 'picture_file=aa'), noPicture],
])('an urlencoded picture of nothing but %s', async (_what, body, message) => {
  const headers = { ...token, 'content-type': urlencoded };
  const answer = await server.request(v1, { method: 'POST', headers, body: new Uint8Array(body) });
  expect([answer.status, await answer.json()]).toEqual([400, { picture_file: [message] }]);
});

test.each([
  ['base64 of nothing', flood('QUJD')],
  ['blanks', flood(' ')],
  ['escapes', flood('%41')],
  ['base64 of base64', Buffer.from(flood('QUJD').toString('base64'))],
])('a file of a form with %s', async (_what, content) => {
  const body = Buffer.concat([
    Buffer.from(part('picture_file').replace('"\r\n\r\nx', '"; filename="a"\r\n\r\n').trimEnd()),
    Buffer.from('\r\n\r\n'),
    content,
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const answer = await server.request(v1, { method: 'POST', headers: { ...token, 'content-type': form }, body });
  expect([answer.status, await answer.json()]).toEqual([400, { picture_file: [noPicture] }]);
});

test('an honest body is taken after all of these', async () => {
  const headers = { ...token, 'content-type': 'application/json' };
  const answer = await server.request(v1, { method: 'POST', headers, body: JSON.stringify({ picture_file: dataUri(onePixelPng) }) });
  expect(answer.status).toBe(201);
});
