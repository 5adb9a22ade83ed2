import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Client } from 'pg';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { ServerListener } from './server-listener.ts';

const url = inject('postgresUrl') as string;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function query(statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const notify = (channel: string, payload: string) => query(`notify ${channel}, '${payload}'`);
/** Ends the connections that listen, as a restart of the server or a failover does. */
const cutOff = () => query(`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'`);

async function open() {
  const lost: string[] = [];
  const listener = await ServerListener.open(url, ({ message }) => lost.push(message));
  closers.push(() => listener.close());
  const heard: string[] = [];
  const listenTo = (channel: string) => listener.listen(channel, (payload) => heard.push(`${channel} ${payload}`));
  const stop = await listenTo('things');
  await listenTo('others');
  const hears = (expected: readonly string[]) => vi.waitFor(() => expect(heard).toEqual(expected), { timeout: 10_000, interval: 10 });
  return { lost, hears, stop };
}

test('hears what others tell, on its channels only', async () => {
  const { hears, stop } = await open();
  await notify('things', '1');
  await notify('nothing', '2');
  await notify('others', '3');
  await hears(['things 1', 'others 3']);
  await stop();
  await notify('things', '4');
  await notify('others', '5');
  await hears(['things 1', 'others 3', 'others 5']);
});

test('a connection that is cut off is made again, and every listener hears that it may have missed something', async () => {
  const { lost, hears } = await open();
  await cutOff();
  await hears(['things ', 'others ']);
  await notify('others', '6');
  await hears(['things ', 'others ', 'others 6']);
  expect(lost).toEqual(['terminating connection due to administrator command']);
});

test('closed while it connects again, it ends quietly', async () => {
  const { lost } = await open();
  await cutOff();
  await vi.waitFor(() => expect(lost).toHaveLength(1), { timeout: 10_000, interval: 5 });
  for (const close of closers.splice(0)) await close();
  expect(lost).toHaveLength(1);
});

/** A way to the server that can fall silent: it then passes nothing on, and ends nothing. */
async function openSilenceableWay() {
  const sockets: Socket[] = [];
  const { hostname, port } = new URL(url);
  const proxy = createServer((inner) => {
    const outer = connect(Number(port), hostname);
    for (const socket of [inner, outer]) socket.on('error', () => undefined);
    sockets.push(inner, outer);
    inner.pipe(outer).pipe(inner);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const proxied = new URL(url);
  proxied.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const silence = () => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => proxy.close(() => resolve()));
  });
  return { url: proxied.href, silence };
}

test('a connection that falls silent is made again', async () => {
  const way = await openSilenceableWay();
  const lost: string[] = [];
  const listener = await ServerListener.open(way.url, ({ message }) => lost.push(message), 200);
  closers.unshift(() => listener.close());
  const heard: string[] = [];
  await listener.listen('things', (payload) => heard.push(payload));
  way.silence();
  await vi.waitFor(() => expect(heard).toEqual(['']), { timeout: 10_000, interval: 10 });
  await notify('things', '7');
  await vi.waitFor(() => expect(heard).toEqual(['', '7']), { timeout: 10_000, interval: 10 });
  expect(lost).toEqual(['Query read timeout']);
});
