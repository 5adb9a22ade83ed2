import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { childrenOf } from './children-of.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const token = 'token-of-the-supervision-test';
const headers = { authorization: `Token ${token}`, 'content-type': 'application/json', prefer: 'wait=30' };

let directory: string;
let running: SpawnedServer[];

beforeEach(async () => {
  directory = await prepareDataDirectory();
  running = [];
});
afterEach(async () => {
  for (const { process, end } of running) if (process.exitCode === null && process.signalCode === null) await end('SIGKILL');
  await rm(directory, { recursive: true });
});

async function start(environment: Record<string, string> = {}): Promise<SpawnedServer> {
  const server = await spawnServer(directory, { OCR_WEB_TOKEN: token, ...environment });
  running.push(server);
  return server;
}

/** The service is the only child of its supervisor, the reader the only one of the service. */
const serviceOf = ({ process }: SpawnedServer) => childrenOf(process.pid!)[0]!;

const isAlive = (pid: number) => {
  // Where nobody collects orphans, one that has ended stays as a zombie.
  const state = /^State:\s+(\S)/m.exec(readProcess(pid));
  return state !== null && state[1] !== 'Z';
};
const readProcess = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
};

async function scanSpecimen(url: string): Promise<number> {
  const picture = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
  const body = JSON.stringify({ picture_file: picture.toString('base64') });
  const response = await fetch(`${url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers: { ...headers, prefer: 'wait=0' }, body });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: number }).id;
}

async function isHealthy(url: string): Promise<boolean> {
  return await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

const linesOf = (server: SpawnedServer, msg: string) =>
  server
    .errors()
    .split('\n')
    .filter((line) => line.includes(msg))
    .map((line) => JSON.parse(line));

test('a blocked event loop is logged with its place; the service comes back on its port with all that it had acknowledged', async () => {
  const preload = new URL('./block-on-signal.fixture.ts', import.meta.url).href;
  const server = await start({ NODE_OPTIONS: `--import=${preload}`, OCR_WEB_WATCHDOG_SECONDS: '2' });
  const service = serviceOf(server);
  const readers = childrenOf(service);
  const id = await scanSpecimen(server.url);
  process.kill(service, 'SIGUSR2');
  await expect
    .poll(() => linesOf(server, 'is started again'), { timeout: 20_000 })
    .toEqual([
      {
        ...{ level: 'error', time: expect.any(String), code: null, signal: 'SIGKILL', delayMs: 200 },
        msg: 'the service died and is started again',
      },
    ]);
  const [blocked] = linesOf(server, 'event loop is blocked');
  expect(blocked).toEqual({
    ...{ level: 'fatal', time: expect.any(String), blockedMs: 2000, msg: 'the event loop is blocked' },
    stack: expect.arrayContaining([expect.stringMatching(/^spinForEver \(file:\/\/.*\/block-on-signal\.fixture\.ts:4\)$/)]),
  });
  await expect.poll(() => isHealthy(server.url), { timeout: 30_000 }).toBe(true);
  const response = await fetch(`${server.url}/api/v1/tools/ocr/data/${id}/`, { headers });
  expect(await response.json()).toMatchObject({ id, status: 'COM', number: 'L898902C3' });
  expect([readers.length, ...[service, ...readers].map(isAlive)]).toEqual([1, false, false]);
  expect(await server.end('SIGTERM')).toBe(0);
});

test('kill -9 of the supervisor leaves no service and no reader', async () => {
  const server = await start();
  const service = serviceOf(server);
  const readers = childrenOf(service);
  expect(await server.end('SIGKILL')).toBe('SIGKILL');
  await expect.poll(() => [service, ...readers].map(isAlive), { timeout: 5000 }).toEqual([false, false]);
});

test('a start right after that waits for the folder and the port', async () => {
  const server = await start();
  const service = serviceOf(server);
  process.kill(service, 'SIGSTOP');
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
  const [next] = await Promise.all([
    start({ OCR_WEB_PORT: new URL(server.url).port }),
    setTimeout(2000).then(() => process.kill(service, 'SIGCONT')),
  ]);
  expect(next.url).toBe(server.url);
  expect(await next.end('SIGTERM')).toBe(0);
});

test('kill -9 of the service: the supervisor brings it back', async () => {
  const server = await start();
  const id = await scanSpecimen(server.url);
  process.kill(serviceOf(server), 'SIGKILL');
  await expect.poll(() => isHealthy(server.url), { timeout: 30_000, interval: 200 }).toBe(true);
  await expect.poll(() => linesOf(server, 'is started again').length).toBe(1);
  const response = await fetch(`${server.url}/api/v1/tools/ocr/data/${id}/`, { headers });
  expect(await response.json()).toMatchObject({ id, status: 'COM', number: 'L898902C3' });
  expect(await server.end('SIGTERM')).toBe(0);
});
