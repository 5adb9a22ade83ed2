import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ApiCaller, createApiCaller } from '../../../apps/server/acceptance/kill/api-caller.ts';
import { type SpawnedServer, spawnServer } from '../../../apps/server/acceptance/spawn-server.ts';
import { prepareDataDirectory } from '../../../apps/server/test/prepare-data-directory.ts';
import { finish, spawnCli } from './spawn-cli.ts';

const token = 'token-of-the-backup-test';
const unlimited = { OCR_WEB_TOKEN: token, OCR_WEB_RATE_LIMIT: '0', OCR_WEB_MASTER_KEY: '' };

let original: string;
let restored: string;
let backup: string;
let server: SpawnedServer | undefined;
beforeEach(async () => {
  [original, restored] = [await prepareDataDirectory(), await prepareDataDirectory()];
  backup = `${restored}-backup`;
});
afterEach(async () => {
  await server?.end('SIGKILL');
  for (const path of [original, restored]) for (const end of ['', '.key']) await rm(`${path}${end}`, { recursive: true, force: true });
  for (const end of ['', '.partial']) await rm(`${backup}${end}`, { recursive: true, force: true });
});

const runIn = (directory: string, ...argv: string[]) => finish(spawnCli(argv, { OCR_WEB_DATA_DIR: directory }));
const start = async (directory: string) => {
  server = await spawnServer(directory, unlimited);
};
const end = async (signal: NodeJS.Signals) => {
  await server?.end(signal);
  server = undefined;
};

/**
 * Uploads one picture after the other until it is stopped; keeps the ids that were acknowledged.
 */
function upload(caller: ApiCaller) {
  const acknowledged: number[] = [];
  let isStopped = false;
  const uploading = (async () => {
    while (!isStopped) {
      const answer = await caller.createV1(0).catch(() => undefined);
      if (answer?.status === 201) acknowledged.push((JSON.parse(answer.text) as { id: number }).id);
      else await setTimeout(20);
    }
  })();
  const stop = async () => {
    isStopped = true;
    await uploading;
  };
  return { acknowledged, stop };
}

/** Looks at scans as a client would: which are read, with their pictures there. */
async function look(caller: ApiCaller, ids: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of ids) {
    const { status, text } = await caller.get(`/api/v1/tools/ocr/data/${id}/`, 60);
    const scan = (status === 200 ? JSON.parse(text) : {}) as Record<string, string>;
    const picture = scan.picture_file ? (await fetch(scan.picture_file)).status : 0;
    found.push(`${scan.status} ${scan.number} ${picture}`);
  }
  return found;
}

test('a backup of a busy service has all that was acknowledged before it, and becomes a service again', async () => {
  await start(original);
  const caller = await createApiCaller(token, () => server!.url);
  const { acknowledged, stop } = upload(caller);
  while (acknowledged.length < 10) await setTimeout(20);
  const before = [...acknowledged];
  const made = await runIn(original, 'backup', '--json', backup);
  await stop();
  expect([made.code, made.stderr]).toEqual([0, '']);
  const label = JSON.parse(made.stdout);
  expect(label).toMatchObject({ version: 1, deleted_meanwhile: 0, has_master_key: false, master_key_ids: [expect.any(String)] });
  expect(label.scans).toBeGreaterThanOrEqual(before.length);
  expect(label.pictures).toBe(label.scans);
  expect([(await readdir(backup)).sort(), await readdir(join(backup, 'database'))]).toEqual([
    ['SHA256SUMS', 'backup.json', 'database', 'pictures'],
    ['ocr-web.sqlite'],
  ]);
  await end('SIGTERM');

  // Nothing of the former folder is needed but its key.
  expect(await runIn(restored, 'restore', backup)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('was sealed under the master key'),
  });
  await cp(`${original}.key`, `${restored}.key`);
  expect(await runIn(restored, 'restore', backup)).toMatchObject({ code: 0, stderr: '' });
  await start(restored);
  expect(await look(caller, before)).toEqual(before.map(() => 'COM L898902C3 200'));
  expect((await caller.createV1(60)).status).toBe(201);
});

test('a backup that is killed holds nothing up, and the next one is whole; so is one after the service was killed', async () => {
  await start(original);
  const caller = await createApiCaller(token, () => server!.url);
  const { acknowledged, stop } = upload(caller);
  while (acknowledged.length < 10) await setTimeout(20);
  const killed = spawnCli(['backup', backup], { OCR_WEB_DATA_DIR: original });
  while (!existsSync(`${backup}.partial/database`)) await setTimeout(1);
  killed.kill('SIGKILL');
  await finish(killed);
  expect([existsSync(backup), existsSync(`${backup}.partial`)]).toEqual([false, true]);

  const cutOff = spawnCli(['backup', backup], { OCR_WEB_DATA_DIR: original });
  while (existsSync(`${backup}.partial/database/ocr-web.sqlite`)) await setTimeout(1);
  while (!existsSync(`${backup}.partial/database`)) await setTimeout(1);
  await end('SIGKILL');
  await stop();
  // Killed while the file was held, the backup fails; after that it does not need the service.
  const { code, stdout } = await finish(cutOff);
  expect([code === 0, existsSync(backup)]).toEqual([stdout !== '', stdout !== '']);
  await rm(backup, { recursive: true, force: true });

  const made = await runIn(original, 'backup', '--with-master-key', '--json', backup);
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(await runIn(restored, 'restore', backup)).toMatchObject({ code: 0, stderr: '' });
  await start(restored);
  expect(await look(caller, acknowledged)).toEqual(acknowledged.map(() => 'COM L898902C3 200'));
});

test('a backup that is damaged, not whole or in the way is refused, and so is a folder in use', async () => {
  await start(original);
  const caller = await createApiCaller(token, () => server!.url);
  await caller.createV1(60);
  expect(await runIn(original, 'backup', '--with-master-key', backup)).toMatchObject({ code: 0 });
  const refused = (text: string) => ({ code: 3, stdout: '', stderr: expect.stringContaining(text) });
  expect(await runIn(original, 'backup', backup)).toEqual(refused('is there already'));
  expect(await runIn(original, 'backup', join(original, 'backup'))).toEqual(refused('lies in the data folder'));
  expect(await runIn(original, 'restore', backup)).toEqual(refused('is in use by another server'));
  const sums = await readFile(join(backup, 'SHA256SUMS'), 'utf8');
  const picture = /pictures\/\S+/.exec(sums)![0];
  await writeFile(join(backup, picture), 'something else');
  expect(await runIn(restored, 'restore', backup)).toEqual(refused(`1 files of the backup are missing or damaged, such as ${picture}`));
  await rm(join(backup, 'backup.json'));
  expect(await runIn(restored, 'restore', backup)).toEqual(refused('holds no whole backup'));
});
