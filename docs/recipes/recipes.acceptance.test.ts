import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Client, createClient, type WebhookWithSecret } from '@ocr-web/api/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SpawnedServer, spawnServer } from '../../apps/server/acceptance/spawn-server.ts';
import { prepareDataDirectory } from '../../apps/server/test/prepare-data-directory.ts';

const specimen = fileURLToPath(new URL('../../apps/server/assets/specimen-passport.png', import.meta.url));
const token = 'token-of-the-recipes';
const hasPhp = spawnSync('php', ['--version']).status === 0;
const environmentOf = (more: Record<string, string>) => ({ PATH: process.env.PATH ?? '', ...more });

let directory: string;
let server: SpawnedServer;
let client: Client;

beforeAll(async () => {
  directory = await prepareDataDirectory();
  server = await spawnServer(directory, { OCR_WEB_TOKEN: token, OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true', OCR_WEB_LOG_LEVEL: 'warn' });
  client = createClient({ baseUrl: server.url, token });
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(directory, { recursive: true });
});

/** What a recipe prints, run as its first lines say. */
async function run(program: string, recipe: string, picture: string): Promise<string> {
  const env = environmentOf({ OCR_WEB_SERVER: server.url, OCR_WEB_TOKEN: token });
  const { stdout, stderr } = await promisify(execFile)(program, [join(import.meta.dirname, recipe), picture], { env });
  expect(stderr).toBe('');
  return stdout;
}

const fields = 'UTO L898902C3 ERIKSSON ANNA MARIA, score 100\n';

test('curl reads a picture', async () => {
  const scan = JSON.parse(await run('sh', 'curl/read-picture.sh', specimen));
  const { documents } = scan.result;
  expect([scan.status, documents.length, documents[0].main_number, documents[0].names.surname]).toEqual([
    ...['completed', 1, 'L898902C3', 'ERIKSSON'],
  ]);
  const v1 = JSON.parse(await run('sh', 'curl/read-picture-v1.sh', specimen));
  expect([v1.status, v1.number, v1.valid_score]).toEqual(['COM', 'L898902C3', 100]);
});

test('TypeScript reads a picture', async () => {
  expect(await run(process.execPath, 'typescript/read-picture.ts', specimen)).toBe(`passport ${fields}`);
  expect(await run(process.execPath, 'typescript/read-picture-v1.ts', specimen)).toBe(`P ${fields}`);
});

test('Python reads a picture', async () => {
  expect(await run('python3', 'python/read_picture.py', specimen)).toBe(`passport ${fields}`);
  expect(await run('python3', 'python/read_picture_v1.py', specimen)).toBe(`P ${fields}`);
});

test.runIf(hasPhp)('PHP reads a picture', async () => {
  expect(await run('php', 'php/read-picture.php', specimen)).toBe(`passport ${fields}`);
  expect(await run('php', 'php/read-picture-v1.php', specimen)).toBe(`P ${fields}`);
});

const script = (path: string) => join(import.meta.dirname, path);
const receivers: [string, boolean, (port: number) => [string, string[]]][] = [
  ['TypeScript', true, () => [process.execPath, [script('typescript/receive-webhooks.ts')]]],
  ['Python', true, () => ['python3', [script('python/receive_webhooks.py')]]],
  ['PHP', hasPhp, (port) => ['php', ['-q', '-S', `127.0.0.1:${port}`, script('php/receive-webhooks.php')]]],
];

for (const [language, isInstalled, commandOf] of receivers) {
  test.runIf(isInstalled)(`${language} receives webhooks and refuses forged ones`, async () => {
    const port = await findFreePort();
    const webhook = await client.webhooks.create({ url: `http://127.0.0.1:${port}/` });
    const [program, argv] = commandOf(port);
    const env = environmentOf({ WEBHOOK_SECRET: webhook.secret, PORT: String(port) });
    const receiver = spawn(program, argv, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const printed = text(receiver.stdout);
      await waitUntil(() => reaches(webhook.url));
      expect(await forge(webhook)).toBe(400);
      const delivery = await client.webhooks.test(webhook.id);
      await waitUntil(() => isDelivered(webhook, delivery.id));
      await stop(receiver);
      expect(await printed).toBe(`webhook.test ${webhook.id}\n`);
    } finally {
      await stop(receiver);
      await client.webhooks.delete(webhook.id);
    }
  });
}

test('the shell tells a genuine delivery from a forged one', async () => {
  const received = Promise.withResolvers<{ headers: string[]; body: Buffer }>();
  const receiver = createServer(async (request, response) => {
    const headers = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(request.headers[name]));
    received.resolve({ headers, body: await buffer(request) });
    response.writeHead(204).end();
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const webhook = await client.webhooks.create({ url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/` });
  await client.webhooks.test(webhook.id);
  const { headers, body } = await received.promise;
  await client.webhooks.delete(webhook.id);
  receiver.close();
  const verify = ([id = '', timestamp = '', signature = '']: string[], input: Buffer) =>
    spawnSync('sh', [script('curl/verify-webhook.sh'), id, timestamp, signature], {
      input,
      env: environmentOf({ WEBHOOK_SECRET: webhook.secret }),
    }).status;
  const [id = '', timestamp = '', signature = ''] = headers;
  expect({
    genuine: verify(headers, body),
    rotating: verify([id, timestamp, `v1,AAAA ${signature}`], body),
    otherBody: verify(headers, Buffer.from(`${body} `)),
    otherId: verify([`${id}0`, timestamp, signature], body),
    old: verify([id, String(Number(timestamp) - 301), signature], body),
  }).toEqual({ genuine: 0, rotating: 0, otherBody: 1, otherId: 1, old: 1 });
});

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** What a receiver answers to a delivery that somebody else signed. */
async function forge({ url }: WebhookWithSecret): Promise<number> {
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(Date.now() / 1000)), 'webhook-signature': 'v1,AAAA' };
  const response = await fetch(url, { method: 'POST', headers, body: '{"type":"webhook.test","data":{"id":"forged"}}' });
  return response.status;
}

async function isDelivered({ id }: WebhookWithSecret, deliveryId: number): Promise<boolean> {
  for await (const delivery of client.webhooks.deliveries(id, { status: 'delivered' })) if (delivery.id === deliveryId) return true;
  return false;
}

const reaches = (url: string) =>
  fetch(url, { method: 'HEAD' }).then(
    () => true,
    () => false,
  );

async function waitUntil(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await setTimeout(50);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
