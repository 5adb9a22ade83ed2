import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocr-web-move-'));
afterAll(() => rmSync(folder, { recursive: true }));

const servers = { DATABASE_URL: 'postgresql://ocr:secret-word@127.0.0.1:9/ocr', OCR_WEB_S3_BUCKET: 'pictures' };

test.each([
  [[], {}, 2, 'ocr-web: --to is missing: servers or folder. See --help.\n'],
  [['--to', 'servers'], servers, 3, `ocr-web: ${folder} has no database to move. Set OCR_WEB_DATA_DIR to the folder of the service.\n`],
  [['--to', 'folder'], {}, 3, 'ocr-web: A move needs the servers: set DATABASE_URL, OCR_WEB_S3_BUCKET and what belongs to them.\n'],
])('move %j is refused', async (argv, environment, code, stderr) => {
  expect(await runCaptured(['move', ...argv], '', { OCR_WEB_DATA_DIR: folder, ...environment })).toEqual({ code, stdout: '', stderr });
});

test('a server that cannot be used is named, its password is not', async () => {
  const { code, stderr } = await runCaptured(['move', '--to', 'folder'], '', { OCR_WEB_DATA_DIR: folder, ...servers });
  expect([code, stderr]).toEqual([3, expect.stringMatching(/The PostgreSQL database ocr on 127\.0\.0\.1:9 cannot be used/)]);
  expect(stderr).not.toContain('secret-word');
});
