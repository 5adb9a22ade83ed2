import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createOutboundPolicy } from '../../outbound/outbound-policy.ts';
import { sendMessage } from './send-message.ts';

/** How a receiver treats a connection: it gets the socket as soon as it is open. */
type Treatment = (socket: Socket) => void;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function listen(treat: Treatment): Promise<{ port: number; sockets: Socket[] }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    treat(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, sockets };
}

/** Makes one attempt, and sees to it that afterwards no connection is left. */
async function attempt(treat: Treatment, { timeoutMs = 5000, scheme = 'http', body = '{}' } = {}) {
  const { port, sockets } = await listen(treat);
  const deps = { policy: createOutboundPolicy(true), resolveHost: () => Promise.reject(new Error('no names here')), timeoutMs };
  const outcome = await sendMessage(deps, `${scheme}://127.0.0.1:${port}/`, {}, body, new AbortController().signal);
  for (const socket of sockets) socket.resume();
  await vi.waitFor(() => expect(sockets.every((socket) => socket.destroyed)).toBe(true), { timeout: 2000, interval: 5 });
  return outcome;
}

const onRequest =
  (answer: (socket: Socket) => void): Treatment =>
  (socket) =>
    void socket.once('data', () => answer(socket));
const reply = (text: string) => onRequest((socket) => socket.write(text));
/** Writes without an end, as fast as it is read. */
const pour = (text: string) =>
  onRequest((socket) => {
    // Much at a time: small pieces keep the sender busy, not the receiver.
    const piece = text.repeat(Math.ceil(16_384 / text.length));
    const more = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', more);
    more();
  });
const drip = (head: string, text: string) =>
  onRequest((socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(text), 20);
    socket.on('close', () => clearInterval(timer));
  });

const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
const timeout = { httpStatus: null, failure: 'timeout' };
const connection = { httpStatus: null, failure: 'connection' };
const delivered = { httpStatus: 200, failure: null };

test.each<[string, Treatment, object]>([
  ['101 with an upgrade', reply(upgrade), { httpStatus: 101, failure: 'status' }],
  ['101 without one', reply('HTTP/1.1 101 Switching Protocols\r\n\r\n'), { httpStatus: 101, failure: 'status' }],
  ['101 and then bytes without an end', pour(upgrade), { httpStatus: 101, failure: 'status' }],
  [
    '101 and then a reset',
    onRequest((socket) => socket.write(upgrade, () => socket.resetAndDestroy())),
    { httpStatus: 101, failure: 'status' },
  ],
  ['100 for ever', pour('HTTP/1.1 100 Continue\r\n\r\n'), { httpStatus: 100, failure: 'status' }],
  ['102 for ever', pour('HTTP/1.1 102 Processing\r\n\r\n'), { httpStatus: 102, failure: 'status' }],
  ['103 for ever', pour('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'), { httpStatus: 103, failure: 'status' }],
  ['103 that drip', drip('', 'HTTP/1.1 103 Early Hints\r\n\r\n'), { httpStatus: 103, failure: 'status' }],
  ['some 1xx, then 200', reply(`${'HTTP/1.1 102 Processing\r\n\r\n'.repeat(5)}HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n`), delivered],
  ['endless headers', pour(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(1000)}`), connection],
  ['a header without an end', pour(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(10_000)}`), connection],
  ['an end before the answer', onRequest((socket) => socket.end()), connection],
  ['an end before the request', (socket) => void socket.end(), connection],
  ['a reset before the answer', onRequest((socket) => socket.resetAndDestroy()), connection],
  [
    'a reset in the middle of the head',
    onRequest((socket) => socket.write('HTTP/1.1 200 OK\r\nx: ', () => socket.resetAndDestroy())),
    connection,
  ],
  ['an end in the middle of the head', onRequest((socket) => socket.end('HTTP/1.1 200 OK\r\nx: ')), connection],
  [
    'a reset in the middle of the body',
    onRequest((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nbegun', () => setTimeout(() => socket.resetAndDestroy(), 50)),
    ),
    delivered,
  ],
  ['a body without an end', pour(`HTTP/1.1 200 OK\r\n\r\n${'.'.repeat(10_000)}`), delivered],
  ['trailers without an end', pour(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n${'x: y\r\n'.repeat(1000)}`), delivered],
  ['an answer that is not HTTP', pour('hello\r\n\r\n'), connection],
  ['an answer before the request', (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'), delivered],
  ['a second answer', reply('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nHTTP/1.1 410 Gone\r\n\r\n'), delivered],
])('%s: the attempt settles long before its deadline', async (_name, treat, outcome) => {
  expect(await attempt(treat, { timeoutMs: 600_000 })).toEqual(outcome);
});

test('a body that drips: the outcome is known from the status, and the place is free soon', async () => {
  const startedAt = performance.now();
  expect(await attempt(drip('HTTP/1.1 200 OK\r\n\r\n', '.'), { timeoutMs: 600_000 })).toEqual(delivered);
  expect(await attempt(drip('HTTP/1.1 503 No\r\nretry-after: 7\r\n\r\n', '.'), { timeoutMs: 100 })).toEqual({
    httpStatus: 503,
    failure: 'status',
    retryAfterMs: 7000,
  });
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

test.each<[string, Treatment, object?]>([
  ['silence', () => undefined],
  ['a status that drips', drip('HTTP/1.1 200 ', 'O')],
  ['headers that drip', drip('HTTP/1.1 200 OK\r\n', 'x: y\r\n')],
  ['a header that drips', drip('HTTP/1.1 200 OK\r\nx: ', 'y')],
  ['a receiver that never reads', (socket) => void socket.pause(), { body: ' '.repeat(32 * 1024 * 1024) }],
  ['a TLS handshake that never begins', () => undefined, { scheme: 'https' }],
  ['a TLS handshake that drips', drip('\x16\x03\x03\x40\x00\x02', '\x00'), { scheme: 'https' }],
])('%s: the attempt settles at its deadline', async (_name, treat, options) => {
  expect(await attempt(treat, { timeoutMs: 300, ...options })).toEqual(timeout);
});

test('a look-up of a name that never settles and does not hear its signal', async () => {
  const resolveHost = () => new Promise<never>(() => undefined);
  const deps = { policy: createOutboundPolicy(true), resolveHost, timeoutMs: 100 };
  expect(await sendMessage(deps, 'http://receiver.test/', {}, '{}', new AbortController().signal)).toEqual(timeout);
  const stop = new AbortController();
  const sending = sendMessage({ ...deps, timeoutMs: 600_000 }, 'http://receiver.test/', {}, '{}', stop.signal);
  stop.abort(new Error('The service stops.'));
  await expect(sending).rejects.toThrow('The service stops.');
});

test('an attempt that is broken off leaves no connection', async () => {
  const { port, sockets } = await listen(reply(upgrade.slice(0, 30)));
  const deps = { policy: createOutboundPolicy(true), resolveHost: () => Promise.reject(new Error('no names here')), timeoutMs: 600_000 };
  const stop = new AbortController();
  const sending = sendMessage(deps, `http://127.0.0.1:${port}/`, {}, '{}', stop.signal);
  await vi.waitFor(() => expect(sockets.length).toBe(1), { interval: 5 });
  stop.abort(new Error('The service stops.'));
  await expect(sending).rejects.toThrow('The service stops.');
  await vi.waitFor(() => expect(sockets[0]!.destroyed).toBe(true), { interval: 5 });
});
