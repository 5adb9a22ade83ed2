import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BatchFile, type Client, createClient } from '@ocr-web/api/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { onePixelPng } from '../test/uploads/pictures.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const specimen = readFileSync(fileURLToPath(new URL('../assets/specimen-passport.png', import.meta.url)));
const token = 'token-of-the-client-test';

let directory: string;
let server: SpawnedServer;
let client: Client;
const start = async () => {
  server = await spawnServer(directory, { OCR_WEB_TOKEN: token, OCR_WEB_LOG_LEVEL: 'warn', OCR_WEB_PORT: port });
  client = createClient({ baseUrl: server.url, token });
};
let port = '0';

beforeAll(async () => {
  directory = await prepareDataDirectory();
  await start();
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(directory, { recursive: true });
});

const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

test("a scan's events come until it has ended", async () => {
  const { id } = await client.scans.create(specimen);
  const events = await collect(client.scans.events(id));
  expect(events.at(-1)).toMatchObject({ id, status: 'completed', result: { documents: [{ main_number: 'L898902C3' }] } });
  // A stream tells how the scan is when it looks: what is over by then is left out, nothing comes
  // twice.
  const seen = events.map(({ status }) => status);
  expect(seen).toEqual(['queued', 'processing', 'completed'].filter((status) => seen.includes(status as (typeof seen)[number])));
});

const files: BatchFile[] = [
  { name: 'room 1.png', file: specimen },
  { name: 'notes.txt', file: new TextEncoder().encode('no picture') },
  { name: 'room 2.png', file: onePixelPng },
];

test('a batch: sent, watched, read in the order of its files, found again, deleted', async () => {
  const sent = await client.batches.create(files, { reference: 'arrivals', idempotencyKey: 'arrivals-1' });
  expect(sent).toMatchObject({ object: 'batch', reference: 'arrivals', counts: { total: 3 } });
  expect((await client.batches.create(files, { reference: 'arrivals', idempotencyKey: 'arrivals-1' })).id).toBe(sent.id);
  const results = await collect(client.batches.results(sent.id));
  expect(results.map(({ file_name, scan, error }) => [file_name, scan?.result?.documents[0]?.main_number, error?.code])).toEqual([
    ['room 1.png', 'L898902C3', undefined],
    ['notes.txt', undefined, 'picture.unsupported'],
    ['room 2.png', undefined, undefined],
  ]);
  expect((await collect(client.batches.results(sent.id, { from: 2 }))).map(({ index }) => index)).toEqual([2]);
  expect(await client.batches.wait(sent.id)).toMatchObject({ status: 'completed', counts: { total: 3, completed: 2, failed: 1 } });
  expect((await collect(client.batches.list())).map(({ id }) => id)).toEqual([sent.id]);
  await client.batches.delete(sent.id);
  await expect(client.batches.get(sent.id)).rejects.toMatchObject({ code: 'not_found' });
});

test("a batch's results go on over a restart of the service, none twice and none lost", async () => {
  ({ port } = new URL(server.url));
  const names = Array.from({ length: 12 }, (_, index) => `room ${index}.png`);
  const { id } = await client.batches.create(names.map((name) => ({ name, file: specimen })));
  const seen: (string | null)[] = [];
  for await (const { file_name, status } of client.batches.results(id)) {
    seen.push(file_name);
    expect(status).toBe('completed');
    if (seen.length !== 2) continue;
    await server.end('SIGKILL');
    await start();
  }
  expect(seen).toEqual(names);
});
