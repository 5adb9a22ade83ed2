import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { useTestServer } from '../../../test/start-test-server.ts';

const server = useTestServer();

/**
 * What an attacker hides behind a request: answered with 200 where it is taken for one of its own.
 */
const hidden = 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

/** Sends bytes as they are on one connection. Returns the status of every answer until it ends. */
async function send(bytes: string): Promise<number[]> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  socket.on('error', () => undefined);
  socket.write(Buffer.from(bytes, 'latin1'));
  await once(socket, 'close');
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

const head = (first: string, ...lines: string[]) => [first, 'Host: a', ...lines, '', ''].join('\r\n');
const post = (...lines: string[]) => head('POST /none HTTP/1.1', ...lines);
const chunked = (body: string) => post('Transfer-Encoding: chunked') + body;
const end = '0\r\n\r\n';

/** Where the body ends could be read in two ways, so that two servers in a row may not agree. */
const refused: Readonly<Record<string, string>> = {
  'a length, then chunks': post('Content-Length: 5', 'Transfer-Encoding: chunked') + end,
  'chunks, then a length': post('Transfer-Encoding: chunked', 'Content-Length: 5') + end,
  'two lengths': post('Content-Length: 0', 'Content-Length: 5'),
  'two equal lengths': post('Content-Length: 0', 'Content-Length: 0'),
  'a list of lengths': post('Content-Length: 0, 0'),
  'a length with a sign': post('Content-Length: +0'),
  'a negative length': post('Content-Length: -1'),
  'a length in hexadecimal digits': post('Content-Length: 0x0'),
  'a length of two words': post('Content-Length: 0 0'),
  'an empty length': post('Content-Length:'),
  'a length with letters': post('Content-Length: 0a'),
  'a length beyond 64 bits': post('Content-Length: 18446744073709551616'),
  'a length with a blank before the colon': post('Content-Length : 0'),
  'a length with a NUL': post('Content-Length: 0\0'),
  'a length with a vertical tab': post('Content-Length:\x0b0'),
  'an unknown coding': post('Transfer-Encoding: xchunked') + end,
  'no coding': post('Transfer-Encoding: identity'),
  'an empty coding': post('Transfer-Encoding:'),
  'chunks, then another coding': post('Transfer-Encoding: chunked, identity') + end,
  'another coding, then chunks': post('Transfer-Encoding: gzip, chunked') + end,
  'no coding, then chunks': post('Transfer-Encoding: identity, chunked') + end,
  'chunks within chunks': post('Transfer-Encoding: chunked, chunked') + end,
  'an empty coding, then chunks': post('Transfer-Encoding: , chunked') + end,
  'chunks in two headers': post('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked') + end,
  'two headers, the second one chunks': post('Transfer-Encoding: identity', 'Transfer-Encoding: chunked') + end,
  'two headers, the first one chunks': post('Transfer-Encoding: chunked', 'Transfer-Encoding: x') + end,
  'a coding with a blank before the colon': post('Transfer-Encoding : chunked') + end,
  'a coding after a vertical tab': post('Transfer-Encoding:\x0bchunked') + end,
  'a coding in quotes': post('Transfer-Encoding: "chunked"') + end,
  'a coding with a parameter': post('Transfer-Encoding: chunked;q=1') + end,
  'chunks in HTTP/1.0': head('POST /none HTTP/1.0', 'Connection: keep-alive', 'Transfer-Encoding: chunked') + end,
  'a header folded over two lines': post('X: a', '  b'),
  'a coding folded over two lines': post('Transfer-Encoding:', '\tchunked') + end,
  'a fold before the first header': 'POST /none HTTP/1.1\r\n Host: a\r\n\r\n',
  'bare line feeds': 'POST /none HTTP/1.1\nHost: a\nContent-Length: 0\n\n',
  'a bare line feed between headers': 'POST /none HTTP/1.1\r\nHost: a\nContent-Length: 0\r\n\r\n',
  'a bare line feed at the end of the head': 'POST /none HTTP/1.1\r\nHost: a\r\n\n',
  'a bare carriage return between headers': 'POST /none HTTP/1.1\r\nHost: a\rContent-Length: 5\r\n\r\n',
  'two carriage returns': 'POST /none HTTP/1.1\r\nHost: a\r\r\n\r\n',
  'a header name with a blank': post('X y: a'),
  'a header name with a NUL': post('X\0: a'),
  'an empty header name': post(': a'),
  'a header without a colon': post('Xabc'),
  'a header value with a NUL': post('X: a\0b'),
  'a header value with a control character': post('X: a\x01b'),
  'a header name beyond ASCII': post('X\xff: a'),
  'a blank before the method': head(' GET /none HTTP/1.1'),
  'tabs in the request line': head('GET\t/none\tHTTP/1.1'),
  'a blank after the version': head('GET /none HTTP/1.1 '),
  'HTTP/1.2': head('GET /none HTTP/1.2'),
  'HTTP/2.0 in the clothes of 1.1': head('GET /none HTTP/2.0'),
  'HTTP/0.9': head('GET /none HTTP/0.9'),
  'HTTP/0.9 without a version': 'GET /none\r\n\r\n',
  'a version in small letters': head('GET /none http/1.1'),
  'the preface of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
};

describe('refused, and nothing behind it is answered', () => {
  test.each(Object.entries(refused))('%s', async (_name, bytes) => {
    expect(await send(bytes + hidden)).toEqual([400]);
  });
});

/**
 * The head is as it should be, so the path is answered; then it turns out that nobody knows where
 * the body ends.
 */
const brokenBodies: Readonly<Record<string, string>> = {
  'a chunk extension with a line feed': chunked(`3;a\nabc\r\n${end}`),
  'a chunk extension with a carriage return': chunked(`3;a\rb\r\nabc\r\n${end}`),
  'a chunk extension with a line end in quotes': chunked(`3;a="\r\n"\r\nabc\r\n${end}`),
  'a long chunk extension': chunked(`3;${'a'.repeat(20_000)}\r\nabc\r\n${end}`),
  'chunks that end with line feeds': chunked('3\nabc\n0\n\n'),
  'a chunk size with 0x': chunked(`0x3\r\nabc\r\n${end}`),
  'a chunk size with a blank': chunked(`3 \r\nabc\r\n${end}`),
  'a chunk size with a sign': chunked(`+3\r\nabc\r\n${end}`),
  'a negative chunk size': chunked(`-3\r\nabc\r\n${end}`),
  'an empty chunk size': chunked(`\r\nabc\r\n${end}`),
  'a chunk size beyond 64 bits': chunked(`10000000000000003\r\nabc\r\n${end}`),
  'a chunk that is longer than it says': chunked(`3\r\nabcd\r\n${end}`),
  'a length among the trailers': chunked('0\r\nContent-Length: 40\r\n\r\n'),
  'a coding among the trailers': chunked('0\r\nTransfer-Encoding: chunked\r\n\r\n'),
};

describe('answered once, and nothing behind it', () => {
  test.each(Object.entries(brokenBodies))('%s', async (_name, bytes) => {
    expect(await send(bytes + hidden)).toEqual([404]);
  });
});

/** Valid however odd: the body ends in one place only, and what follows is a request of its own. */
const taken: Readonly<Record<string, readonly [bytes: string, statuses: number[]]>> = {
  'chunks with extensions': [chunked('3;a=b;c\r\nabc\r\n0;d\r\n\r\n'), [404, 200]],
  'sizes with leading zeros': [chunked('0003\r\nabc\r\n00\r\n\r\n'), [404, 200]],
  'a coding in other letters': [`${post('TRANSFER-ENCODING: cHuNkEd')}3\r\nabc\r\n${end}`, [404, 200]],
  'a trailer that says nothing': [chunked('0\r\nX-Sum: 1\r\n\r\n'), [404, 200]],
  'names that only look like the two': [post('Content_Length: 5', 'Transfer_Encoding: chunked'), [404, 200]],
  'an empty line before the request': [`\r\n${post('Content-Length: 0')}`, [404, 200]],
  'a length that the connection should forget': [`${post('Connection: Content-Length', 'Content-Length: 5')}hello`, [404, 200]],
  'a request in the body of a GET': [`${head('GET /none HTTP/1.1', `Content-Length: ${hidden.length}`)}${hidden}`, [404, 200]],
  'an upgrade to HTTP/2, which nobody offers': [head('GET /none HTTP/1.1', 'Connection: Upgrade, close', 'Upgrade: h2c'), [404]],
  'an upgrade to web sockets, which nobody offers': [head('GET /none HTTP/1.1', 'Connection: Upgrade, close', 'Upgrade: websocket'), [404]],
};

describe('taken, and ends where it says', () => {
  test.each(Object.entries(taken))('%s', async (_name, [bytes, statuses]) => {
    expect(await send(bytes + hidden)).toEqual(statuses);
  });
});

test('a broken request behind others that wait: these are answered in their order, then the connection ends', async () => {
  const waiting = head('GET /readyz HTTP/1.1') + head('GET /none HTTP/1.1');
  expect(await send(`${waiting}GET /none HTTP/1.1\nHost: a\n\n${hidden}`)).toEqual([200, 404]);
});

test('a broken request after one that was answered has an answer of its own', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  socket.write(head('GET /healthz HTTP/1.1'));
  await once(socket, 'data');
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.write('GET /healthz HTTP/1.1\nHost: a\n\n');
  await once(socket, 'close');
  expect([...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status)).toEqual(['200', '400']);
});
