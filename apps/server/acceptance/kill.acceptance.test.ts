import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedDatabase } from '../src/database/open-embedded-database.ts';
import { openDiskStore } from '../src/pictures/open-disk-store.ts';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const uploads = 50;
const token = 'token-of-the-kill-test';
const headers = { authorization: `Token ${token}`, 'content-type': 'application/json' };
const environment = { OCR_WEB_TOKEN: token, OCR_WEB_JOB_ATTEMPTS: '100' };

let directory: string;
let body: string;
let v2Body: string;

beforeAll(async () => {
  directory = await prepareDataDirectory();
  const picture = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
  body = JSON.stringify({ picture_file: `data:image/png;base64,${picture.toString('base64')}` });
  v2Body = JSON.stringify({ file: picture.toString('base64'), reference: 'killed' });
});
afterAll(() => rm(directory, { recursive: true }));

/** An acknowledged upload. */
type Upload = { readonly index: number; readonly isV2: boolean; readonly id: number };

/** The same moments in every run (mulberry32, fixed seed), spread over what an upload takes. */
function createMoments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Under which an upload is sent again. */
const keyOf = (index: number) => `upload-${index}`;

/** Every other upload goes through v2, under a key. */
async function upload(server: SpawnedServer, index: number): Promise<Upload> {
  const isV2 = index % 2 === 1;
  const response = isV2
    ? await fetch(`${server.url}/api/v2/scans`, { method: 'POST', headers: { ...headers, 'idempotency-key': keyOf(index) }, body: v2Body })
    : await fetch(`${server.url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers, body });
  expect(isV2 ? [201, 202] : [201]).toContain(response.status);
  return { index, isV2, id: ((await response.json()) as { id: number }).id };
}

/** Uploads until the server is gone; returns what was acknowledged. */
async function uploadUntilKilled(server: SpawnedServer, first: number, count: number): Promise<Upload[]> {
  const results = await Promise.allSettled(Array.from({ length: count }, (_, index) => upload(server, first + index)));
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

async function killAtRandomMoments(moment: () => number): Promise<{ acknowledged: Upload[]; kills: number }> {
  const acknowledged: Upload[] = [];
  let sent = 0;
  let kills = 0;
  while (sent < uploads) {
    const server = await spawnServer(directory, environment);
    const batch = Math.min(10, uploads - sent);
    const uploading = uploadUntilKilled(server, sent, batch);
    sent += batch;
    await new Promise((resolve) => setTimeout(resolve, moment() * 1200));
    expect(await server.end('SIGKILL')).toBe('SIGKILL');
    acknowledged.push(...(await uploading));
    kills += 1;
  }
  return { acknowledged, kills };
}

test('kill -9 at any moment of 50 uploads: every acknowledged one ends, none is lost, none is done twice', async () => {
  const { acknowledged, kills } = await killAtRandomMoments(createMoments(9303));
  expect(kills).toBe(5);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(new Set(acknowledged.map(({ id }) => id)).size).toBe(acknowledged.length);

  const server = await spawnServer(directory, environment);
  const ended = await Promise.all(
    acknowledged.map(async ({ id }) => {
      const response = await fetch(`${server.url}/api/v1/tools/ocr/data/${id}/`, { headers: { ...headers, prefer: 'wait=60' } });
      const { status, number } = (await response.json()) as { status: string; number: string };
      return [id, response.status, status, number];
    }),
  );
  expect(ended).toEqual(acknowledged.map(({ id }) => [id, 200, 'COM', 'L898902C3']));
  // Whoever got an answer, or none, sends the same again and gets the scan that there is.
  const v2 = acknowledged.filter(({ isV2 }) => isV2);
  expect(await Promise.all(v2.map(({ index }) => upload(server, index)))).toEqual(v2);
  // One reader takes them in order: when this one has ended, so have those that were stored but not acknowledged before a kill.
  const last = await fetch(`${server.url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers: { ...headers, prefer: 'wait=60' }, body });
  expect(await last.json()).toMatchObject({ status: 'COM', number: 'L898902C3' });
  expect(await server.end('SIGTERM')).toBe(0);
  await expectNothingLeft();
}, 300_000);

/** Every scan is finished with one result, and there is one picture for each scan. */
async function expectNothingLeft(): Promise<void> {
  const database = await openEmbeddedDatabase(directory);
  const scans = await database.sql.selectFrom('scans').select(['id', 'status', 'picture_key']).execute();
  await database.close();
  const keys: string[] = [];
  const store = await openDiskStore(`${directory}/pictures`);
  for await (const { key } of store.list()) keys.push(key);
  await store.close();
  expect(scans.filter(({ status }) => status !== 'COM')).toEqual([]);
  expect(keys.sort()).toEqual(scans.map(({ picture_key }) => picture_key).sort());
}
