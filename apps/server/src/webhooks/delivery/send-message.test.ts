import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { receiverCertificate } from '../../../test/receivers/receiver-certificate.ts';
import { answer, type Behaviour, type Receiver, startReceiver } from '../../../test/receivers/start-receiver.ts';
import { createOutboundPolicy } from '../../outbound/outbound-policy.ts';
import { type SendDeps, sendMessage } from './send-message.ts';

const never = new AbortController().signal;
const onLoopback = [{ address: '127.0.0.1', family: 4 }];

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function receive(behave: Behaviour): Promise<Receiver> {
  const receiver = await startReceiver(behave);
  closers.push(receiver.close);
  return receiver;
}
const send = (url: string, deps: Partial<SendDeps> = {}, signal = never) => {
  const all = { policy: createOutboundPolicy(true), resolveHost: () => Promise.resolve(onLoopback), timeoutMs: 5000, ...deps };
  return sendMessage(all, url, { 'webhook-id': 'msg_1', 'user-agent': 'test' }, '{"name":"é"}', signal);
};

test('sends the body as it is, with its headers, to path and query', async () => {
  const receiver = await receive(answer(200));
  expect(await send(`http://receiver.test:${receiver.port}/a/b?c=d`)).toEqual({ httpStatus: 200, failure: null });
  expect(receiver.received).toEqual([
    {
      method: 'POST',
      url: '/a/b?c=d',
      headers: {
        'webhook-id': 'msg_1',
        'user-agent': 'test',
        'content-length': '13',
        host: `receiver.test:${receiver.port}`,
        connection: 'close',
      },
      body: '{"name":"é"}',
    },
  ]);
});

test.each([
  [200, null],
  [202, null],
  [299, null],
  [301, 'redirect'],
  [302, 'redirect'],
  [304, 'redirect'],
  [307, 'redirect'],
  [308, 'redirect'],
  [400, 'status'],
  [404, 'status'],
  [410, 'gone'],
  [500, 'status'],
  [503, 'status'],
] as const)('an answer of %d', async (status, failure) => {
  const receiver = await receive(answer(status));
  expect(await send(receiver.url)).toEqual({ httpStatus: status, failure });
});

test('a redirect is not followed', async () => {
  const elsewhere = await receive(answer(200));
  const receiver = await receive(answer(307, { location: elsewhere.url }));
  expect(await send(receiver.url)).toEqual({ httpStatus: 307, failure: 'redirect' });
  expect([receiver.received.length, elsewhere.received.length]).toEqual([1, 0]);
});

test('Retry-After is heard in seconds', async () => {
  const receiver = await receive(answer(503, { 'retry-after': '7' }));
  expect(await send(receiver.url)).toEqual({ httpStatus: 503, failure: 'status', retryAfterMs: 7000 });
  receiver.behave = answer(503, { 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' });
  expect(await send(receiver.url)).toEqual({ httpStatus: 503, failure: 'status' });
});

test('a receiver that is down, one that hangs up and one that does not speak HTTP', async () => {
  const receiver = await receive((_response, _received, request) => request.socket.destroy());
  expect(await send(receiver.url)).toEqual({ httpStatus: null, failure: 'connection' });
  await receiver.close();
  expect(await send(receiver.url)).toEqual({ httpStatus: null, failure: 'connection' });
  const babble = createTcpServer((socket) => socket.on('error', () => undefined).end('hello\r\n\r\n')).listen(0, '127.0.0.1');
  await once(babble, 'listening');
  closers.push(() => babble.close());
  expect(await send(`http://127.0.0.1:${(babble.address() as AddressInfo).port}/`)).toEqual({ httpStatus: null, failure: 'connection' });
});

test('a receiver that does not answer, and a name server that does not, take no longer than they may', async () => {
  const receiver = await receive(() => undefined);
  const startedAt = performance.now();
  expect(await send(receiver.url, { timeoutMs: 200 })).toEqual({ httpStatus: null, failure: 'timeout' });
  const silence = () => new Promise<never>(() => undefined);
  expect(await send('http://receiver.test/', { timeoutMs: 200, resolveHost: silence })).toEqual({ httpStatus: null, failure: 'timeout' });
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test('of an endless answer only the beginning is read, and one that drips is left when the time is over', async () => {
  let sent = 0;
  const pour: Behaviour = (response) => {
    const chunk = Buffer.alloc(16 * 1024);
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
    };
    response.writeHead(200).on('drain', more);
    more();
  };
  const receiver = await receive(pour);
  expect(await send(receiver.url)).toEqual({ httpStatus: 200, failure: null });
  expect(sent).toBeLessThan(16 * 1024 * 1024);
  receiver.behave = (response) => {
    const timer = setInterval(() => response.write('.'), 20);
    response.writeHead(200).on('close', () => clearInterval(timer));
  };
  const startedAt = performance.now();
  expect(await send(receiver.url, { timeoutMs: 300 })).toEqual({ httpStatus: 200, failure: null });
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test('a name without an address', async () => {
  const fails = () =>
    Promise.reject(Object.assign(new Error('queryA ECONNREFUSED nobody.test'), { code: 'ECONNREFUSED', syscall: 'queryA' }));
  expect(await send('http://nobody.test/', { resolveHost: fails })).toEqual({ httpStatus: null, failure: 'name_not_found' });
  expect(await send('http://nobody.test/', { resolveHost: () => Promise.resolve([]) })).toEqual({
    httpStatus: null,
    failure: 'name_not_found',
  });
});

test('a private receiver hears nothing, whether its address or a name stands in the URL', async () => {
  const connections: Socket[] = [];
  const server = createTcpServer((socket) => connections.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const policy = createOutboundPolicy(false);
  expect(await send(`https://127.0.0.1:${port}/`, { policy })).toEqual({ httpStatus: null, failure: 'url_refused' });
  expect(await send(`http://receiver.test:${port}/`, { policy })).toEqual({ httpStatus: null, failure: 'url_refused' });
  for (const address of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1']) {
    const resolveHost = () => Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]);
    expect(await send(`https://receiver.test:${port}/`, { policy, resolveHost })).toEqual({ httpStatus: null, failure: 'address_refused' });
  }
  expect(connections).toEqual([]);
});

test('a name is looked up once: the connection goes to an address that was checked', async () => {
  const receiver = await receive(answer(200));
  const answers = [
    // The first address passes nobody's guard here; the second look-up, if there were one, would
    // lead nowhere.
    [{ address: '127.0.0.2', family: 4 }, ...onLoopback],
    [{ address: '127.0.0.3', family: 4 }],
  ];
  let lookups = 0;
  const checked: string[] = [];
  const policy = {
    allowPrivate: true,
    isBlockedAddress: (address: string) => {
      checked.push(address);
      return address !== '127.0.0.1';
    },
  };
  const resolveHost = () => Promise.resolve(answers[lookups++] ?? []);
  expect(await send(`http://receiver.test:${receiver.port}/`, { policy, resolveHost })).toEqual({ httpStatus: 200, failure: null });
  expect({ lookups, checked }).toEqual({ lookups: 1, checked: ['127.0.0.2', '127.0.0.1'] });
});

test('a certificate counts by the name in the URL and by who signed it', async () => {
  const server = createHttpsServer(receiverCertificate, (_request, response) => response.writeHead(200).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  expect(await send(`https://receiver.test:${port}/`)).toEqual({ httpStatus: null, failure: 'tls' });
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, receiverCertificate.cert]);
  closers.push(() => setDefaultCACertificates(before));
  expect(await send(`https://receiver.test:${port}/`)).toEqual({ httpStatus: 200, failure: null });
  expect(await send(`https://other.test:${port}/`)).toEqual({ httpStatus: null, failure: 'tls' });
  expect(await send(`https://127.0.0.1:${port}/`)).toEqual({ httpStatus: null, failure: 'tls' });
});

test('a stop of the service breaks an attempt off, which is no outcome', async () => {
  const receiver = await receive(() => undefined);
  const stop = new AbortController();
  const sending = send(receiver.url, {}, stop.signal);
  await receiver.waitFor(1);
  stop.abort(new Error('The service stops.'));
  await expect(sending).rejects.toThrow('The service stops.');
});
