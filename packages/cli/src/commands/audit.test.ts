import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

test('what was written down is exported, verifies, and is missed once it was cut off', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ocr-web-audit-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const run = (...argv: string[]) => runCaptured(argv, '', { OCR_WEB_DATA_DIR: join(folder, 'data') });
  expect(await run('audit', 'verify')).toEqual({ code: 0, stdout: 'There are no events.\n', stderr: '' });
  expect((await run('keys', 'rotate')).stdout).toMatch(
    /^Everything is under the master key [0-9a-f]{8} \(4 keys of rows were wrapped again\)\.\nNothing here is under [0-9a-f]{8} any more, which was taken out of \S+data\.key: copy that file anew\. Backups of before need \S+: keep the former copy as long as you keep them\.\n$/,
  );
  const verified = (await run('audit', 'verify')).stdout;
  const [, head] = /^1 events verified\. The end of the chain is (1:[0-9a-f]{64})\n$/.exec(verified) ?? [];
  const [event] = (await run('audit', 'export')).stdout.trim().split('\n');
  expect(JSON.parse(event!)).toMatchObject({ position: 1, actor: 'operator', action: 'keys.rotated', subject: expect.any(String) });
  expect((await run('audit', 'export', '--after', '1')).stdout).toBe('');
  expect(await run('audit', 'verify', '--head', head!)).toMatchObject({ code: 0 });
  const later = head!.replace('1:', '2:');
  expect(await run('audit', 'verify', '--head', later)).toEqual({
    code: 1,
    stdout: `${verified}The chain is broken: the event at position 2 is missing.\n`,
    stderr: '',
  });
});

test.each([
  ['verify', '--head', '12', '--head must be a position and a hash, as audit verify prints them.'],
  ['export', '--after', 'x', '--after must be a position, not "x".'],
])('audit %s %s %s is refused', async (command, option, value, sentence) => {
  const { code, stderr } = await runCaptured(['audit', command, option, value], '', { OCR_WEB_DATA_DIR: '/nonexistent/folder' });
  expect([code, stderr.includes(sentence)]).toEqual([2, true]);
});
