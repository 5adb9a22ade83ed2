import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocr-web-migrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the first run names what it made, the second has nothing to do', async () => {
  const run = () => runCaptured(['migrate'], '', { OCR_WEB_DATA_DIR: folder });
  const first = await run();
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toMatch(/^(migrated: \d{4}-[a-z-]+\n)+$/);
  expect(await run()).toMatchObject({ code: 0, stdout: 'The schema is up to date.\n', stderr: '' });
});

test('a server that cannot be used is named, its password is not', async () => {
  const { code, stderr } = await runCaptured(['migrate'], '', { DATABASE_URL: 'postgresql://ocr:secret-word@127.0.0.1:9/ocr' });
  expect([code, stderr]).toEqual([3, expect.stringMatching(/The PostgreSQL database ocr on 127\.0\.0\.1:9 cannot be used/)]);
  expect(stderr).not.toContain('secret-word');
});
