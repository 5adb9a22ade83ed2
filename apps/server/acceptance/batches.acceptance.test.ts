import { readdir, readFile, rm } from 'node:fs/promises';
import type { BatchBody, BatchResultBody } from '@ocr-web/api';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedDatabase } from '../src/database/open-embedded-database.ts';
import { openDiskStore } from '../src/pictures/stores/open-disk-store.ts';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { packZip } from '../test/uploads/pack-zip.ts';
import { batchForm, type NamedFile, parseResults } from '../test/uploads/send-batch.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const token = 'token-of-the-batches';
const headers = { authorization: `Bearer ${token}` };
const environment = { OCR_WEB_TOKEN: token, OCR_WEB_JOB_ATTEMPTS: '100', OCR_WEB_LOG_LEVEL: 'warn' };
const batches = '/api/v2/batches';

let directory: string;
let specimen: Buffer;
/** A picture with nothing to read. */
let blank: Buffer;
beforeAll(async () => {
  directory = await prepareDataDirectory();
  specimen = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
  blank = await sharp({ create: { width: 32, height: 32, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
});
afterAll(() => rm(directory, { recursive: true }));

const numbered = (count: number): NamedFile[] =>
  Array.from({ length: count }, (_, index) => [`${index}.png`, index % 100 === 50 ? specimen : blank]);

async function send(server: SpawnedServer, files: readonly NamedFile[], key: string): Promise<BatchBody> {
  const init = { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body: batchForm(files) };
  const response = await fetch(`${server.url}${batches}`, init);
  expect(response.status).toBe(202);
  return (await response.json()) as BatchBody;
}
const results = async (server: SpawnedServer, id: number) =>
  parseResults(await (await fetch(`${server.url}${batches}/${id}/results`, { headers })).text());
const numberOf = ({ scan }: BatchResultBody) => scan?.result?.documents[0]?.main_number ?? null;
const summary = (lines: readonly BatchResultBody[]) => lines.map((line) => [line.index, line.file_name, line.status, numberOf(line)]);
const expected = (files: readonly NamedFile[]) =>
  files.map(([name, bytes], index) => [index, name, 'completed', bytes === specimen ? 'L898902C3' : null]);

/** No job waits, and there is one picture for each scan. Only while no server runs. */
async function expectConsistent(scanCount: number): Promise<void> {
  const database = await openEmbeddedDatabase(directory);
  const scans = await database.sql.selectFrom('scans').select(['status', 'picture_key']).execute();
  const left = await database.sql.selectFrom('batches').select('id').where('finished_at', 'is', null).execute();
  await database.close();
  const keys: string[] = [];
  const store = await openDiskStore(`${directory}/pictures`, new Uint8Array(32));
  for await (const { key } of store.list()) keys.push(key);
  await store.close();
  expect(scans.filter(({ status }) => status !== 'completed')).toEqual([]);
  expect(left).toEqual([]);
  expect(scans.length).toBe(scanCount);
  expect(keys.sort()).toEqual(scans.map(({ picture_key }) => picture_key).sort());
}

test('1,000 pictures in one request, and their results as one stream in upload order', async () => {
  const server = await spawnServer(directory, environment);
  const files = numbered(1000);
  const startedAt = performance.now();
  const batch = await send(server, files, 'thousand');
  const storedAt = performance.now();
  expect(summary(await results(server, batch.id))).toEqual(expected(files));
  const endedAt = performance.now();
  process.stdout.write(
    `1,000 pictures: stored in ${Math.round(storedAt - startedAt)} ms, read in ${Math.round(endedAt - storedAt)} ms more\n`,
  );
  const response = await fetch(`${server.url}${batches}/${batch.id}`, { method: 'DELETE', headers });
  expect(response.status).toBe(204);
  expect(await server.end('SIGTERM')).toBe(0);
  await expectConsistent(0);
}, 300_000);

test('kill -9 in the middle of an upload: nothing of it is left, and sent again it is a batch', async () => {
  const files = numbered(60);
  const killed = await spawnServer(directory, environment);
  const sending = send(killed, files, 'again').catch(() => undefined);
  // The first pictures are on the disk.
  await expect.poll(countPictures, { timeout: 30_000, interval: 5 }).toBeGreaterThan(5);
  await killed.end('SIGKILL');
  const acknowledged = await sending;

  const server = await spawnServer(directory, environment);
  const listed = (await (await fetch(`${server.url}${batches}`, { headers })).json()) as { data: BatchBody[] };
  expect(listed.data.map(({ id }) => id)).toEqual(acknowledged ? [acknowledged.id] : []);
  const batch = await send(server, files, 'again');
  expect(summary(await results(server, batch.id))).toEqual(expected(files));
  expect(await server.end('SIGTERM')).toBe(0);
  await expectConsistent(60);
}, 300_000);

test('kill -9 while an archive is read, twice: every file is read once, and the batch is completed', async () => {
  const files = numbered(40);
  const body = new Uint8Array(packZip(files.map(([name, bytes]) => ({ name, bytes }))));
  const first = await spawnServer(directory, environment);
  const response = await fetch(`${first.url}${batches}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/zip' },
    body,
  });
  const batch = (await response.json()) as BatchBody;
  expect([response.status, batch.counts.total]).toEqual([202, 40]);
  await first.end('SIGKILL');

  const second = await spawnServer(directory, environment);
  const stream = await fetch(`${second.url}${batches}/${batch.id}/results`, { headers });
  // Some of them are read.
  const reader = stream.body!.getReader();
  await reader.read();
  await second.end('SIGKILL');
  await expect(drain(reader)).rejects.toThrow();

  const third = await spawnServer(directory, environment);
  expect(summary(await results(third, batch.id))).toEqual(expected(files));
  expect(await (await fetch(`${third.url}${batches}/${batch.id}`, { headers })).json()).toMatchObject({
    status: 'completed',
    counts: { total: 40, completed: 40 },
  });
  expect(await third.end('SIGTERM')).toBe(0);
  await expectConsistent(100);
}, 300_000);

/** By looking at the folder: opening the store would clear away what is just being stored. */
async function countPictures(): Promise<number> {
  const names = await readdir(`${directory}/pictures`, { recursive: true });
  return names.filter((name) => /^.\/[\w-]{43}$/.test(name)).length;
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
