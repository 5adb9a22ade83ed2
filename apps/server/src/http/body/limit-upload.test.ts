import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { testToken, useTestServer } from '../../../test/start-test-server.ts';

const form = 'multipart/form-data; boundary=b';

const server = useTestServer();

/** Chunked (RFC 9112, section 7.1): one chunk. */
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const partHead = chunk('--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n');

/**
 * Sends a body in that many chunks of one byte, the content of a file where it is a form. Returns
 * the status and the sentence of the answer.
 */
async function sendInChunks(path: string, type: string, count: number): Promise<[status: number, detail: string]> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  socket.on('error', () => undefined);
  const head = [`POST ${path} HTTP/1.1`, 'Host: a', `Authorization: Token ${testToken}`, `Content-Type: ${type}`, 'Connection: close'];
  socket.write([...head, 'Transfer-Encoding: chunked', '', ''].join('\r\n'));
  socket.write(`${type === form ? partHead : ''}${chunk('-').repeat(count)}0\r\n\r\n`);
  await once(socket, 'close');
  return [Number(text.split(' ')[1]), /"detail":"([^"]*)"/.exec(text)?.[1] ?? ''];
}

const bodies = [
  ['/api/v1/tools/ocr/picture/', form],
  ['/api/v1/tools/ocr/picture/', 'application/json'],
  ['/api/v2/scans', 'application/octet-stream'],
  ['/api/v2/batches', form],
  ['/api/v2/batches', 'application/zip'],
] as const;

test.each(bodies)('a body in tens of thousands of tiny pieces is refused by %s as %s', async (path, type) => {
  expect(await sendInChunks(path, type, 40_000)).toEqual([
    400,
    'The body comes in too many pieces. Send it in chunks of 512 bytes or more.',
  ]);
});

test('a small body may come byte by byte', async () => {
  expect(await sendInChunks('/api/v2/scans', 'application/octet-stream', 5000)).toEqual([
    400,
    'Upload a valid image. The file you uploaded was not an image. Send a JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP or HEIC picture or a PDF.',
  ]);
});

test('a body that is no upload may have 64 KiB', async () => {
  expect(await sendInChunks('/api/v2/webhooks', 'application/json', 65_537)).toEqual([
    413,
    'The request body is too large; at most 65536 bytes are accepted.',
  ]);
});
