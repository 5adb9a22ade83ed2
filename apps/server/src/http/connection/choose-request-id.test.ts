import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { testToken, useTestServer } from '../../../test/start-test-server.ts';

const madeHere = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const server = useTestServer();

const ask = async (path: string, id?: string, init: RequestInit = {}) => {
  const response = await server.request(path, {
    ...init,
    headers: { authorization: `Token ${testToken}`, ...(id === undefined ? {} : { 'x-request-id': id }) },
  });
  return response.headers.get('x-request-id') ?? '';
};

test.each([
  ['an answer', '/healthz', {}],
  ['a refusal of v1', '/api/v1/tools/ocr/data/458/', {}],
  ['a wrong method', '/api/v1/tools/ocr/data/458/', { method: 'DELETE' }],
  ['a path that does not exist', '/nothing', {}],
  ['a path that is no path', '/api/v1/%zz', {}],
])('%s carries the id that the client sent', async (_what, path, init) => {
  expect(await ask(path, 'order-4711/page:2', init)).toBe('order-4711/page:2');
  expect(await ask(path, undefined, init)).toMatch(madeHere);
});

test.each([
  ['one too long', 'x'.repeat(129)],
  ['one with a space', 'a b'],
  ['one with letters beyond ASCII', 'caf\u00e9'],
  ['an empty one', ''],
])('%s is replaced', async (_what, id) => {
  expect(await ask('/healthz', id)).toMatch(madeHere);
});

test('the lines of the log carry one that cannot say who is on a document, and no other', async () => {
  const found = (id: string) => server.log.map((text) => JSON.parse(text)).find(({ requestId }) => requestId === id);
  const uuid = '8f14e45f-ceea-467f-a0e5-1d2c9b7a6f30';
  const request = { msg: 'request', req: { method: 'GET', route: '/api/v1/tools/ocr/data/:id/' }, res: { status: 404 } };
  await ask('/api/v1/tools/ocr/data/458/', uuid);
  expect(found(uuid)).toMatchObject(request);
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  await ask('/api/v1/tools/ocr/data/458/', trace);
  expect(found(trace)).toMatchObject(request);
  await ask('/api/v1/tools/ocr/data/458/', 'scan-of-ERIKSSON');
  expect(server.log.filter((line) => line.includes('ERIKSSON'))).toEqual([]);
});

test('what is no HTTP at all is answered with an id too', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.end('hello\r\n\r\n');
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  await once(socket, 'close');
  const [head = '', body] = text.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/json\r\n/);
  expect(/x-request-id: (.*)\r\n/.exec(head)?.[1]).toMatch(madeHere);
  expect(JSON.parse(body ?? '')).toEqual({ detail: 'The request could not be parsed.' });
});
