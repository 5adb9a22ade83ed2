import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocr-web-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const environment = { OCR_WEB_DATA_DIR: join(folder, 'data'), OCR_WEB_PORT: '0', OCR_WEB_READER_PROCESSES: '1' };

test('a machine on which all is well', async () => {
  const { code, stdout, stderr } = await runCaptured(['doctor', '--json'], '', environment);
  const { healthy, findings } = JSON.parse(stdout);
  expect({ code, stderr, healthy }).toEqual({ code: 0, stderr: '', healthy: true });
  expect(findings.map(({ check, status }: Record<string, string>) => `${check}: ${status}`)).toEqual([
    ...['node: ok', 'settings: ok', 'models: ok', 'machine: ok', 'reader: ok'],
    ...['data folder: ok', 'database: skipped', 'pictures: skipped', 'master key: ok', 'port: ok'],
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a wrong setting fails it, names the variable and says what to do', async () => {
  const { code, stdout } = await runCaptured(['doctor'], '', { ...environment, OCR_WEB_PORT: 'http' });
  expect({ code, lines: stdout.split('\n').slice(1, 3) }).toEqual({
    code: 1,
    lines: [
      'failed   settings     OCR_WEB_PORT must be a whole number from 0 to 65535, not "http"',
      '                      Correct the variable; docs/configuration.md lists all of them with their defaults.',
    ],
  });
});
