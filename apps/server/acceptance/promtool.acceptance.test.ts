import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { freePort } from '../test/servers/free-port.ts';
import { spawnServer } from './spawn-server.ts';

const cwd = fileURLToPath(new URL('../../../deploy/prometheus', import.meta.url));
const isInstalled = spawnSync('promtool', ['--version']).status === 0;

/** Prometheus' own opinion: what it says, and whether it is content. */
function promtool(input: string, ...words: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('promtool', words, { cwd, input, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

describe.skipIf(!isInstalled)('promtool (Debian package "prometheus")', () => {
  test.each([
    ['check', 'config', 'prometheus.yml'],
    ['check', 'rules', 'alerts.yml'],
    ['test', 'rules', 'alerts.test.yml'],
  ])('has nothing against %s %s %s', (...words) => {
    expect(promtool('', ...words)).toMatchObject({ status: 0, said: expect.stringContaining('SUCCESS') });
  });

  test('has nothing against what a service serves that has read a picture', async () => {
    const directory = await prepareDataDirectory();
    const port = await freePort();
    const token = 'token-of-the-promtool-test';
    const server = await spawnServer(directory, { OCR_WEB_TOKEN: token, OCR_WEB_METRICS_PORT: String(port) });
    const body = readFileSync(new URL('../assets/specimen-passport.png', import.meta.url));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/png', prefer: 'wait=60' };
    expect((await fetch(`${server.url}/api/v2/scans`, { method: 'POST', headers, body })).status).toBe(201);
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await server.end('SIGTERM');
    await rm(directory, { recursive: true });
    expect(promtool(text, 'check', 'metrics')).toEqual({ status: 0, said: '' });
    const stages = [...text.matchAll(/^ocr_web_scan_stage_duration_seconds_count\{stage="(\w+)"\} 1$/gm)].map(([, stage]) => stage);
    expect(stages).toEqual(['queue', 'fetch', 'dispatch', 'decode', 'detect', 'rectify', 'recognise', 'interpret', 'store']);
    expect(text).toMatch(/^ocr_web_database_call_duration_seconds_count\{operation="commit"\} [1-9]/m);
    expect(text).toMatch(/^ocr_web_store_call_duration_seconds_count\{operation="put"\} 1$/m);
  });
});
