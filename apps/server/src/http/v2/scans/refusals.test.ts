import { Problem, type ProblemBody } from '@ocr-web/api';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { dataUri, onePixelPng, pngOfSize } from '../../../../test/uploads/pictures.ts';

const scans = '/api/v2/scans';
const authorization = { authorization: `Bearer ${testToken}` };
const json = { ...authorization, 'content-type': 'application/json' };

let server: TestServer;
let hold: PromiseWithResolvers<void> | undefined;

beforeAll(async () => {
  server = await startTestServer({
    environment: { OCR_WEB_MAX_PICTURE_BYTES: '300000', OCR_WEB_MAX_WAITING_SCANS: '5' },
    read: async () => {
      await hold?.promise;
      return specimenReading();
    },
  });
}, 120_000);
afterAll(() => server.remove());

const send = (body: object, headers: Record<string, string> = {}) =>
  server.request(scans, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
const create = (bytes: Buffer, headers: Record<string, string> = {}, more: object = {}) => send({ file: dataUri(bytes), ...more }, headers);
const get = (path: string, headers: Record<string, string> = {}) => server.request(path, { headers: { ...authorization, ...headers } });

const bomb = pngOfSize(20_000, 20_000);

type Refusal = [what: string, send: () => Promise<Response>, status: number, code: string, errors?: { field: string; detail: unknown }[]];

const refusals: Refusal[] = [
  ['no token', () => fetch(`${server.url}${scans}`), 401, 'authentication.missing'],
  ['a wrong token', () => get(scans, { authorization: 'Bearer nobody' }), 401, 'authentication.invalid'],
  ['an unknown path', () => get('/api/v2/nothing'), 404, 'not_found'],
  ['a path that is no path', () => get('/api/v2/%zz'), 400, 'body.malformed'],
  ['an unknown id', () => get(`${scans}/999999`), 404, 'not_found'],
  ['an id that is no number', () => get(`${scans}/abc`), 404, 'not_found'],
  ['an id that no database holds', () => get(`${scans}/99999999999999999999`), 404, 'not_found'],
  ['a method that a path does not have', () => server.request(scans, { method: 'PUT', headers: authorization }), 405, 'method.not_allowed'],
  ['JSON that is none', () => server.request(scans, { method: 'POST', headers: json, body: '{' }), 400, 'body.malformed'],
  [
    'a form that is none',
    () =>
      server.request(scans, {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'multipart/form-data; boundary=b' },
        body: 'x',
      }),
    400,
    'body.malformed',
  ],
  ['no file', () => send({}), 400, 'field.invalid', [{ field: 'file', detail: 'This field is required.' }]],
  [
    'no body',
    () => server.request(scans, { method: 'POST', headers: authorization }),
    400,
    'field.invalid',
    [{ field: 'file', detail: 'This field is required.' }],
  ],
  [
    'a body that is no object',
    () => server.request(scans, { method: 'POST', headers: json, body: 'null' }),
    400,
    'field.invalid',
    [{ field: 'body', detail: 'It must be an object.' }],
  ],
  [
    'a file that is no text',
    () => send({ file: 5, reference: 5 }),
    400,
    'field.invalid',
    [
      { field: 'file', detail: 'It must be a string.' },
      { field: 'reference', detail: 'It must be a string.' },
    ],
  ],
  [
    'a file that is no base64',
    () => send({ file: '!' }),
    400,
    'field.invalid',
    [{ field: 'file', detail: expect.stringMatching(/^Not valid base64/) }],
  ],
  [
    'a form without a file',
    () => server.request(scans, { method: 'POST', headers: authorization, body: formWithoutFile() }),
    400,
    'field.invalid',
    [{ field: 'file', detail: 'This field is required.' }],
  ],
  [
    'a reference that is too long',
    () => create(onePixelPng, {}, { reference: 'x'.repeat(201) }),
    400,
    'field.invalid',
    [{ field: 'reference', detail: expect.any(String) }],
  ],
  [
    'a reference that no database holds',
    () => create(onePixelPng, {}, { reference: 'a\u0000b' }),
    400,
    'field.invalid',
    [{ field: 'reference', detail: expect.any(String) }],
  ],
  [
    'a key that is none',
    () => create(onePixelPng, { 'idempotency-key': 'a b' }),
    400,
    'field.invalid',
    [{ field: 'idempotency-key', detail: expect.any(String) }],
  ],
  [
    'an empty file',
    () => server.request(scans, { method: 'POST', headers: { ...authorization, 'content-type': 'image/png' }, body: '' }),
    400,
    'picture.empty',
    [{ field: 'file', detail: 'The submitted file is empty.' }],
  ],
  ['what is no picture', () => create(Buffer.from('%!PS')), 400, 'picture.unsupported', [{ field: 'file', detail: expect.any(String) }]],
  [
    'a picture that is cut off',
    () => create(onePixelPng.subarray(0, 50)),
    400,
    'picture.corrupt',
    [{ field: 'file', detail: expect.any(String) }],
  ],
  ['too many pixels', () => create(bomb), 413, 'picture.too_large'],
  ['too many bytes', () => create(Buffer.alloc(310_000)), 413, 'body.too_large'],
  ['a body over the limit', () => create(Buffer.alloc(600_000)), 413, 'body.too_large'],
  [
    'a type of body that is not taken',
    () => server.request(scans, { method: 'POST', headers: { ...authorization, 'content-type': 'text/plain' }, body: 'x' }),
    415,
    'body.unsupported',
  ],
  [
    'a body that no route for JSON takes',
    () => server.request('/api/v2/webhooks', { method: 'POST', headers: json, body: ' '.repeat(1_048_577) }),
    413,
    'body.too_large',
  ],
  [
    'a limit out of range',
    () => get(`${scans}?limit=101&status=done`),
    400,
    'field.invalid',
    [
      { field: 'limit', detail: 'It must be 100 or less.' },
      { field: 'status', detail: 'It must be one of "queued", "processing", "completed", "failed".' },
    ],
  ],
  [
    'a parameter that there is not',
    () => get(`${scans}?created_befor=2026-01-01T00:00:00Z&limit=101`),
    400,
    'field.invalid',
    [
      {
        field: 'created_befor',
        detail: 'There is no such parameter. There are limit, cursor, status, reference, created_after, created_before.',
      },
      { field: 'limit', detail: 'It must be 100 or less.' },
    ],
  ],
  ['a cursor that is none', () => get(`${scans}?cursor=abc`), 400, 'field.invalid', [{ field: 'cursor', detail: expect.any(String) }]],
  [
    'a time that is none',
    () => get(`${scans}?created_after=yesterday`),
    400,
    'field.invalid',
    [{ field: 'created_after', detail: expect.any(String) }],
  ],
  [
    'a time that no calendar has',
    () => get(`${scans}?created_after=2016-12-31T23:59:60Z`),
    400,
    'field.invalid',
    [{ field: 'created_after', detail: expect.any(String) }],
  ],
];

describe('refuses', () => {
  test.each(refusals)('%s', async (_what, send, status, code, errors) => {
    const response = await send();
    const body = (await response.json()) as ProblemBody;
    expect(Value.Errors(Problem, body)).toEqual([]);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(body).toMatchObject({ status, code, type: `/docs/problems#${code}`, request_id: response.headers.get('x-request-id') });
    expect(body.errors).toEqual(errors);
    if (code === 'field.invalid') expect(body.detail).toBe(body.errors?.map(({ field, detail }) => `${field}: ${detail}`).join(' '));
    expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  });

  test('more scans than may wait: 429 with Retry-After', async () => {
    const refused = await firstRefusal();
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([429, '5', { code: 'queue.full' }]);
  });
});

/** Sends files that nobody reads until one is refused. */
async function firstRefusal(): Promise<Response> {
  hold = Promise.withResolvers();
  try {
    for (;;) {
      const response = await create(onePixelPng);
      if (response.status !== 202) return response;
    }
  } finally {
    hold.resolve();
    hold = undefined;
  }
}

function formWithoutFile(): FormData {
  const data = new FormData();
  data.append('note', 'no file');
  return data;
}
