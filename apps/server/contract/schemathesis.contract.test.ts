import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SpawnedServer, spawnServer } from '../acceptance/spawn-server.ts';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { testToken } from '../test/start-test-server.ts';

const program = join(import.meta.dirname, '../../../scripts/schemathesis/.venv/bin/st');

/**
 * No schema says whether bytes are a picture or an address may be sent to, so what a schema allows
 * may still be refused; with a documented status.
 */
const excluded = ['positive_data_acceptance'];

let directory: string;
let workplace: string;
let server: SpawnedServer;

beforeAll(async () => {
  directory = await prepareDataDirectory();
  workplace = await mkdtemp(join(tmpdir(), 'ocr-web-schemathesis-'));
  const limits = {
    OCR_WEB_RATE_LIMIT: '0',
    OCR_WEB_WRONG_TOKENS_PER_MINUTE: '0',
    OCR_WEB_MAX_WAITING_SCANS: '1000000',
    OCR_WEB_MAX_WAIT_SECONDS: '5',
  };
  server = await spawnServer(directory, { OCR_WEB_TOKEN: testToken, OCR_WEB_WEBHOOKS_PER_TOKEN: '1000', ...limits });
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(directory, { recursive: true });
  await rm(workplace, { recursive: true });
});

test('Schemathesis finds no 5xx, no undocumented answer, and nothing else that contradicts the document', async () => {
  expect(existsSync(program), 'Schemathesis is not installed: run scripts/schemathesis/install.sh').toBe(true);
  const options = ['--max-examples', '25', '--generation-deterministic'];
  const { code, output } = await run([
    'run',
    `${server.url}/openapi.json`,
    ...['--header', `Authorization: Token ${testToken}`],
    ...['--checks', 'all', '--exclude-checks', excluded.join(',')],
    ...['--warnings', 'off', '--no-color'],
    ...options,
  ]);
  process.stdout.write(output.slice(output.indexOf('= SUMMARY =')));
  expect(code, output).toBe(0);
  expect(server.errors()).not.toContain('"level":"error"');
});

function run(parameters: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, parameters, { cwd: workplace, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    output += data;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
