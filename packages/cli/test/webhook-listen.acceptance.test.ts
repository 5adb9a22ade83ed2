import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createClient } from '@ocr-web/api/client';
import { afterAll, afterEach, expect, test } from 'vitest';
import { storageFor } from '../../../apps/server/test/test-storage.ts';
import { finish, spawnCli } from './spawn-cli.ts';

const specimen = readFileSync(new URL('../../../apps/server/assets/specimen-passport.png', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ocr-web-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
const start = (argv: readonly string[], environment: Record<string, string>) => {
  const child = spawnCli(argv, environment);
  running.push(child);
  return child;
};
const firstLine = async (output: Readable, holds: RegExp): Promise<string> => {
  for await (const line of createInterface({ input: output })) if (holds.test(line)) return line;
  throw new Error(`It ended without a line like ${holds}.`);
};

test('listen makes a webhook, shows what happens, verified, and takes the webhook away again', async () => {
  const token = 'token-of-the-listener';
  const data = join(folder, 'data');
  const server = start(['serve'], {
    ...(await storageFor(data)),
    OCR_WEB_DATA_DIR: data,
    OCR_WEB_PORT: '0',
    OCR_WEB_LOG_LEVEL: 'silent',
    OCR_WEB_TOKEN: token,
    OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
  });
  const [baseUrl = ''] = /http\S+/.exec(await firstLine(server.stdout!, /listens on/)) ?? [];
  const { scans, webhooks } = createClient({ baseUrl, token });

  const listener = start(['webhook', 'listen', '--port', '0', '--json', '--server', baseUrl], { OCR_WEB_TOKEN: token });
  await firstLine(listener.stderr!, /sends to http/);
  expect((await webhooks.list()).map(({ description }) => description)).toEqual(['ocr-web webhook listen']);
  const { id } = await scans.create(specimen, { reference: 'r' });
  expect(JSON.parse(await firstLine(listener.stdout!, /scan\.completed/))).toEqual({
    received_at: expect.any(String),
    webhook_id: expect.stringMatching(/^msg_/),
    verdict: 'genuine',
    reason: null,
    answered: 204,
    event: { type: 'scan.completed', timestamp: expect.any(String), data: { id, status: 'completed', reference: 'r', batch_id: null } },
  });
  const end = finish(listener);
  listener.kill('SIGINT');
  expect((await end).code).toBe(0);
  expect(await webhooks.list()).toEqual([]);
  server.kill('SIGTERM');
});
