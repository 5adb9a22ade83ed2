import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCaptured } from '../../../test/run-captured.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocr-web-token-'));
});
afterAll(() => rm(directory, { recursive: true }));

const run = (...parameters: string[]) => runCaptured(['token', ...parameters], '', { OCR_WEB_DATA_DIR: join(directory, 'data') });
const create = async (...parameters: string[]) =>
  JSON.parse((await run('create', '--json', ...parameters)).stdout) as Record<string, unknown> & { readonly id: string };
const list = async () =>
  (await run('list', '--json')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const dayMs = 86_400_000;
const inDays = (time: unknown) => Math.round((Date.parse(String(time)) - Date.now()) / dayMs);

test('a token is made with its scopes, its end and its limits, is changed, rotated with an overlap and listed without its text', async () => {
  const retained = ['--retain', '30', '--retain-picture', '0'];
  const old = await create(
    '--scopes',
    'scan, read',
    '--expires-in',
    '90d',
    '--rate-limit',
    '60',
    '--scans-per-day',
    '500',
    ...retained,
    'kiosk',
  );
  expect([old.scopes, inDays(old.expires_at), old.rate_limit, old.scans_per_day]).toEqual([['scan', 'read'], 90, 60, 500]);
  expect([old.retain_minutes, old.retain_picture_minutes]).toEqual([30, 0]);
  expect(await run('update', '--scans-per-day', 'none', '--retain', 'none', old.id)).toEqual({
    code: 0,
    stdout: `Updated ${old.id}.\n`,
    stderr: '',
  });
  const rotated = await run('rotate', '--overlap', '2d', '--json', old.id);
  const made = JSON.parse(rotated.stdout) as typeof old;
  expect(made).toMatchObject({ name: 'kiosk', scopes: ['scan', 'read'], rate_limit: 60, scans_per_day: null, revoked_at: null });
  expect([made.retain_minutes, made.retain_picture_minutes]).toEqual([null, 0]);
  expect([inDays(made.expires_at), made.token]).toEqual([90, expect.stringMatching(/^[0-9a-f]{40}$/)]);
  const listed = await list();
  expect(listed.map(({ id, prefix, expires_at }) => [id, prefix, inDays(expires_at)])).toEqual([
    [old.id, String(old.token).slice(0, 8), 2],
    [made.id, String(made.token).slice(0, 8), 90],
  ]);
  const table = (await run('list')).stdout;
  expect(table).toContain('scan,read');
  expect(table).not.toContain(String(made.token));
});

test('--admin adds a scope to the usual ones; without an overlap the old token ends at once', async () => {
  const old = await create('--admin', 'operator');
  expect(old.scopes).toEqual(['scan', 'read', 'delete', 'admin']);
  const { code, stdout, stderr } = await run('rotate', '--overlap', '0', old.id);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^[0-9a-f]{40}\n$/)]);
  expect(stderr).toContain(`in the place of ${old.id}`);
  expect((await list()).find(({ id }) => id === old.id)).toMatchObject({ revoked_at: expect.any(String) });
  expect(await run('rotate', old.id)).toEqual({
    code: 1,
    stdout: '',
    stderr: `ocr-web: There is no active token with the id ${old.id}. "ocr-web token list" shows the ids.\n`,
  });
  expect((await run('update', '--rate-limit', '5', 'no-such-id')).code).toBe(1);
});
