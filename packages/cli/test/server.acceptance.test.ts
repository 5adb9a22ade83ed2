import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../../../apps/server/test/prepare-data-directory.ts';
import { storageFor } from '../../../apps/server/test/test-storage.ts';
import { finish, spawnCli } from './spawn-cli.ts';

const specimen = fileURLToPath(new URL('../../../apps/server/assets/specimen-passport.png', import.meta.url));
const token = 'token-of-the-command-line';
const folder = mkdtempSync(join(tmpdir(), 'ocr-web-cli-server-'));
const at = (name: string) => join(folder, name);

let serving: ChildProcess;
let url: string;
let data: string;

beforeAll(async () => {
  writeFileSync(at('white.gif'), Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'));
  writeFileSync(at('text.png'), 'not a picture');
  data = await prepareDataDirectory();
  serving = spawnCli(['serve'], {
    ...(await storageFor(data)),
    ...{
      OCR_WEB_DATA_DIR: data,
      OCR_WEB_PORT: '0',
      OCR_WEB_TOKEN: token,
      OCR_WEB_LOG_LEVEL: 'silent',
      OCR_WEB_READER_PROCESSES: '1',
    },
  });
  for await (const line of createInterface({ input: serving.stdout! })) {
    url = /^OCR Web listens on (\S+)/.exec(line)?.[1] ?? '';
    if (url) break;
  }
});
afterAll(async () => {
  serving.kill('SIGTERM');
  await finish(serving);
  for (const made of [folder, data]) rmSync(made, { recursive: true });
});

/** The records of a run, without what differs from one run to the next. */
async function records(argv: readonly string[], environment?: Record<string, string>) {
  const { code, stdout, stderr } = await finish(spawnCli(['scan', '--json', ...argv], environment));
  const lines = stdout.trimEnd().split('\n');
  return { code, stderr, records: lines.map((line) => ({ ...JSON.parse(line), timing: null })) };
}

test('--server prints what this machine would print', async () => {
  const files = [specimen, at('missing.png'), at('white.gif'), at('text.png')];
  const there = await records(['--server', url, '--token', token, '--processes', '2', '--annotate', at('there'), ...files]);
  const here = await records(['--processes', '1', '--annotate', at('here'), ...files]);
  // The code of a refusal is the same; its sentence is the service's.
  const plain = (one: { error?: { code: string } }) => ({ ...one, ...(one.error && { error: one.error.code }) });
  expect({ ...there, records: there.records.map(plain) }).toEqual({ ...here, records: here.records.map(plain) });
  const drawings = (directory: string) =>
    readdirSync(at(directory)).map((name) => [name, readFileSync(join(at(directory), name), 'base64')]);
  expect(drawings('there')).toEqual(drawings('here'));
  expect(drawings('there').length).toBeGreaterThan(0);
  expect(there.records[0]).toMatchObject({ number: 'L898902C3', valid_score: 100, mrz: { format: 'TD3' } });
});

test('address and token may come from the environment', async () => {
  const { code, records: read } = await records([specimen], { OCR_WEB_SERVER: url, OCR_WEB_TOKEN: token });
  expect([code, read[0].number]).toEqual([0, 'L898902C3']);
});

test('a service that refuses or is not there ends the run with 3 and says why', async () => {
  const refused = await finish(spawnCli(['scan', '--server', url, '--token', 'wrong', specimen]));
  expect(refused).toMatchObject({
    code: 3,
    stdout: '',
    stderr: `ocr-web: ${url} did not read the file (authentication.invalid): Invalid token.\n`,
  });
  const absent = await finish(spawnCli(['scan', '--server', 'http://127.0.0.1:9', '--token', token, specimen]));
  expect(absent).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('did not read the file (client.network)') });
});
