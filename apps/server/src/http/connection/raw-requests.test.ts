import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { testToken, useTestServer } from '../../../test/start-test-server.ts';

const server = useTestServer();

type Answer = { readonly status: string; readonly headers: Record<string, string>; readonly body: unknown };

/** Sends bytes as they are. Returns the one answer, after which the connection ends. */
async function send(text: string): Promise<Answer> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (piece) => {
    answer += piece;
  });
  socket.on('error', () => undefined);
  socket.write(Buffer.from(text, 'latin1'));
  await once(socket, 'close');
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]);
  return { status: first, headers: Object.fromEntries(headers), body: body === '' ? '' : JSON.parse(body) };
}

const lines = (...head: string[]) => [...head, 'Connection: close', '', ''].join('\r\n');
const token = `Authorization: Token ${testToken}`;
const limit = { 'ratelimit-policy': expect.any(String), ratelimit: expect.any(String) };

/** The whole answer, with what all answers have. */
const answer = (status: string, body: object, headers: object = {}, mediaType = 'application/json'): Answer => ({
  status: `HTTP/1.1 ${status}`,
  headers: {
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-type': mediaType,
    'content-length': expect.stringMatching(/^\d+$/),
    date: expect.stringMatching(/ GMT$/),
    connection: 'close',
    ...headers,
  },
  body,
});
const problem = (status: string, code: string, title: string, detail: string, headers: object = {}) => {
  const body = {
    type: `/docs/problems#${code}`,
    title,
    status: Number(status.split(' ')[0]),
    detail,
    code,
    request_id: expect.any(String),
  };
  return answer(status, body, headers, 'application/problem+json');
};

const healthy = answer('200 OK', { status: 'ok' });
const unparsed = answer('400 Bad Request', { detail: 'The request could not be parsed.' });
const hostless = answer('400 Bad Request', { detail: 'Send one Host header, with a host.' });
const missing = answer('404 Not Found', { detail: 'Not found.' });
const notAllowed = (method: string, allow: string) =>
  answer('405 Method Not Allowed', { detail: `Method "${method}" not allowed.` }, { allow });
const unmet = 'The only expectation that can be met is 100-continue.';

const cases: Record<string, readonly [request: string, answer: Answer]> = {
  'two Host headers': [lines('GET /healthz HTTP/1.1', 'Host: a', 'Host: a'), hostless],
  'two Host headers in v2, before the token': [
    lines('GET /api/v2/scans HTTP/1.1', 'Host: a', 'host: b'),
    problem('400 Bad Request', 'body.malformed', 'The body cannot be parsed', 'Send one Host header, with a host.'),
  ],
  'no Host header': [lines('GET /healthz HTTP/1.1'), hostless],
  'a Host header that is none': [lines('GET /healthz HTTP/1.1', 'Host: a b/c'), hostless],
  'an empty Host header': [lines('GET /healthz HTTP/1.1', 'Host:'), healthy],
  'an IPv6 address as host': [lines('GET /healthz HTTP/1.1', 'Host: [::1]:8080'), healthy],
  'a host with an underscore': [lines('GET /healthz HTTP/1.1', 'Host: ocr_web:8080'), healthy],
  'HTTP/1.0 without a host': [lines('GET /healthz HTTP/1.0'), healthy],
  'the absolute form': [lines('GET http://a/healthz HTTP/1.1', 'Host: b'), healthy],
  'the absolute form without a path': [lines('DELETE http://a?b HTTP/1.1', 'Host: a'), notAllowed('DELETE', 'GET, HEAD')],
  'the absolute form in v2': [
    lines('GET http://a/api/v2/none HTTP/1.1', 'Host: a', token),
    problem('404 Not Found', 'not_found', 'There is nothing here', 'Not found.', limit),
  ],
  'the asterisk form': [lines('OPTIONS * HTTP/1.1', 'Host: a'), missing],
  CONNECT: [lines('CONNECT a:443 HTTP/1.1', 'Host: a'), notAllowed('CONNECT', '')],
  TRACE: [lines('TRACE /healthz HTTP/1.1', 'Host: a'), notAllowed('TRACE', 'GET, HEAD')],
  'a method that HTTP knows and nobody else': [lines('PROPFIND /healthz HTTP/1.1', 'Host: a'), notAllowed('PROPFIND', 'GET, HEAD')],
  'a method that nobody knows': [lines('BREW /healthz HTTP/1.1', 'Host: a'), unparsed],
  'another expectation': [lines('POST /healthz HTTP/1.1', 'Host: a', 'Expect: tea'), answer('417 Expectation Failed', { detail: unmet })],
  'another expectation in v2': [
    lines('POST /api/v2/scans HTTP/1.1', 'Host: a', token, 'Expect: tea', 'Content-Length: 0'),
    problem('417 Expectation Failed', 'expectation.failed', 'The expectation cannot be met', unmet),
  ],
  'a NUL in the path': [lines('GET /a\0b HTTP/1.1', 'Host: a'), unparsed],
  'an encoded NUL': [lines('GET /a%00b HTTP/1.1', 'Host: a'), missing],
  'what is no percent-encoding': [lines('GET /pictures/%zz HTTP/1.1', 'Host: a'), unparsed],
  'bytes that are no UTF-8, in v2': [
    lines('GET /api/v2/scans/%ff HTTP/1.1', 'Host: a', token),
    problem('400 Bad Request', 'body.malformed', 'The body cannot be parsed', 'The request could not be parsed.'),
  ],
  'a path with spaces': [lines('GET /a b HTTP/1.1', 'Host: a'), unparsed],
  'large headers': [
    lines('GET /healthz HTTP/1.1', 'Host: a', `X-Large: ${'a'.repeat(20_000)}`),
    answer('431 Request Header Fields Too Large', { detail: 'The headers of the request are too large.' }),
  ],
  'a length and chunks': [lines('POST /healthz HTTP/1.1', 'Host: a', 'Content-Length: 2', 'Transfer-Encoding: chunked'), unparsed],
  'a negative length': [lines('POST /healthz HTTP/1.1', 'Host: a', 'Content-Length: -1'), unparsed],
  'what is not HTTP': ['hello\r\n\r\n', unparsed],
  'a TLS handshake': ['\x16\x03\x01\x02\x00\x01\x00', unparsed],
};

test.each(Object.entries(cases))('%s', async (_name, [request, expected]) => {
  expect(await send(request)).toEqual(expected);
});

test('an address made for the absolute form names the host of the target', async () => {
  const body = '{"picture_file":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="}';
  const head = ['POST http://a.example/api/v1/tools/ocr/picture/ HTTP/1.1', 'Host: b.example', token];
  const created = await send(lines(...head, 'Content-Type: application/json', `Content-Length: ${body.length}`) + body);
  expect(created).toMatchObject({
    status: 'HTTP/1.1 201 Created',
    body: { picture_file: expect.stringMatching(/^http:\/\/a\.example\//) },
  });
});
