import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const token = 'token-of-the-restore-test';
const headers = { authorization: `Token ${token}`, 'content-type': 'image/png' };

let original: string;
let restored: string;
let picture: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  original = await prepareDataDirectory();
  restored = await prepareDataDirectory();
  picture = new Uint8Array(await readFile(new URL('../assets/specimen-passport.png', import.meta.url)));
});
afterAll(async () => {
  await rm(original, { recursive: true });
  await rm(restored, { recursive: true });
});

/** Everything that clients see of the scans, newest first. */
async function readScans({ url }: SpawnedServer): Promise<readonly { readonly id: number; readonly status: string }[]> {
  return ((await (await fetch(`${url}/api/v2/scans?limit=100`, { headers })).json()) as { data: { id: number; status: string }[] }).data;
}

test('a folder that was copied whole while the service was stopped is the service, as it was', async () => {
  const before = await spawnServer(original, { OCR_WEB_TOKEN: token });
  await fetch(`${before.url}/api/v2/scans`, { method: 'POST', headers: { ...headers, prefer: 'wait=60' }, body: picture });
  // As many as one reader cannot finish before the stop: they are waiting in the backup.
  for (let count = 0; count < 20; count += 1) await fetch(`${before.url}/api/v2/scans`, { method: 'POST', headers, body: picture });
  const [{ id: last } = { id: 0 }] = await readScans(before);
  expect(await before.end('SIGTERM')).toBe(0);

  // As docs/deployment.md says.
  const archive = join(restored, 'ocr-web.tgz');
  execFileSync('tar', ['-C', original, '-czf', archive, '.']);
  execFileSync('tar', ['-C', restored, '-xzf', archive]);
  await rm(archive);

  // The token is in the backup, and nothing of the former folder is needed.
  const after = await spawnServer(restored);
  try {
    await expect
      .poll(async () => (await readScans(after)).map(({ status }) => status), { timeout: 60_000 })
      .toEqual(Array(21).fill('completed'));
    const v1 = (await (await fetch(`${after.url}/api/v1/tools/ocr/data/${last}/`, { headers })).json()) as Record<string, string>;
    expect(v1.number).toBe('L898902C3');
    expect(Buffer.from(await (await fetch(v1.picture_file!)).arrayBuffer()).equals(picture)).toBe(true);
  } finally {
    await after.end('SIGTERM');
  }
});
