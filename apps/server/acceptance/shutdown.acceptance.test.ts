import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const token = 'token-of-the-shutdown-test';
const headers = { authorization: `Token ${token}`, 'content-type': 'application/json' };

let directory: string;
let server: SpawnedServer;
let body: string;

beforeEach(async () => {
  directory = await prepareDataDirectory();
  const picture = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
  body = JSON.stringify({ picture_file: picture.toString('base64') });
});
afterEach(async () => {
  if (server.process.exitCode === null && server.process.signalCode === null) await server.end('SIGKILL');
  await rm(directory, { recursive: true });
});

const start = (environment: Record<string, string> = {}) => spawnServer(directory, { OCR_WEB_TOKEN: token, ...environment });
const post = (prefer: string) =>
  fetch(`${server.url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers: { ...headers, prefer }, body });

/** Starts an upload and stops in the middle of it. */
async function uploadHalf(): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const head = ['POST /api/v1/tools/ocr/picture/ HTTP/1.1', 'Host: x', `Authorization: Token ${token}`, 'Content-Type: application/json'];
  socket.write([...head, 'Expect: 100-continue', `Content-Length: ${body.length}`, '', ''].join('\r\n'));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 100 /);
  socket.write(body.slice(0, 1000));
  return socket;
}

test('SIGTERM: open requests are answered, exit code 0, and what was not finished is finished after the next start', async () => {
  server = await start();
  const requests = Array.from({ length: 8 }, () => post('wait=60'));
  await expect.poll(async () => (await fetch(`${server.url}/api/v1/tools/ocr/data/8/`, { headers })).status, { timeout: 20_000 }).toBe(200);
  expect(await server.end('SIGTERM')).toBe(0);
  const ids = await Promise.all(requests.map(async (request) => ((await (await request).json()) as { id: number }).id));
  expect(ids.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  server = await start();
  const statuses = await Promise.all(
    ids.map(async (id) => {
      const response = await fetch(`${server.url}/api/v1/tools/ocr/data/${id}/`, { headers: { ...headers, prefer: 'wait=60' } });
      return ((await response.json()) as { status: string }).status;
    }),
  );
  expect(statuses).toEqual(ids.map(() => 'COM'));
});

test('SIGTERM: an upload that is under way is taken to its end', async () => {
  server = await start();
  const socket = await uploadHalf();
  const ended = server.end('SIGTERM');
  await expect.poll(() => server.errors()).toContain('"msg":"stopping"');
  socket.write(body.slice(1000));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 201 Created\r\n/);
  expect(await ended).toBe(0);
});

test('SIGTERM: an upload that never ends is cut after the time for it', async () => {
  server = await start({ OCR_WEB_SHUTDOWN_SECONDS: '1' });
  const socket = await uploadHalf();
  expect(await server.end('SIGTERM')).toBe(0);
  socket.destroy();
});

test('a second signal ends the process at once, the same one arriving twice does not', async () => {
  server = await start({ OCR_WEB_SHUTDOWN_SECONDS: '600' });
  const socket = await uploadHalf();
  server.process.kill('SIGTERM');
  server.process.kill('SIGINT');
  await expect.poll(() => server.errors()).toContain('"msg":"stopping"');
  expect(server.process.exitCode).toBeNull();
  const signalAgain = () => {
    server.process.kill('SIGTERM');
    return server.process.exitCode;
  };
  await expect.poll(signalAgain, { timeout: 5000 }).toBe(143);
  socket.destroy();
});

test('while it drains it is not ready, and still takes requests', async () => {
  server = await start({ OCR_WEB_DRAIN_SECONDS: '600' });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  server.process.kill('SIGTERM');
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({
    status: 'shutting down',
    checks: { database: 'ok', pictures: 'ok', space: 'ok' },
  });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await post('wait=0')).status).toBe(201);
});
