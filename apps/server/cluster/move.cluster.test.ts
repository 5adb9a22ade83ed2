import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { BatchBody, WebhookWithSecretBody } from '@ocr-web/api';
import { verifyWebhook } from '@ocr-web/api/client';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../src/config/parse-config.ts';
import { createMasterKeyText } from '../src/crypto/master-keys.ts';
import { lockDirectory } from '../src/files/lock-directory.ts';
import { countDifferentRows } from '../src/move/compare-rows.ts';
import { comparePictures } from '../src/move/copy-pictures.ts';
import type { CopyProgress } from '../src/move/copy-progress.ts';
import { move } from '../src/move/move.ts';
import { movedTables, primaryKeys } from '../src/move/moved-tables.ts';
import { openPlace, type Place, type PlaceName } from '../src/move/open-place.ts';
import { createObjectKey } from '../src/pictures/stores/object-key.ts';
import { specimenPicture } from '../src/specimen-picture.ts';
import { collect } from '../test/collect.ts';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { type Receiver, startReceiver } from '../test/receivers/start-receiver.ts';
import { specimenReading } from '../test/specimen-reading.ts';
import { startTestServer, type TestServer } from '../test/start-test-server.ts';
import { batchForm } from '../test/uploads/send-batch.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

const specimen = readFileSync(specimenPicture);
const headers = { authorization: `Token ${clusterToken}` };
const { signal } = new AbortController();

let cluster: Cluster;
let receiver: Receiver;
let origin: TestServer;
let webhook: WebhookWithSecretBody;
let batch: BatchBody;
/** The largest id that was ever given. */
let deletedId: number;
const folders: string[] = [];

async function emptyFolder(): Promise<string> {
  const folder = await prepareDataDirectory();
  folders.push(folder);
  return folder;
}

const configOf = (folder: string, { environment } = cluster) => parseConfig({ ...environment, OCR_WEB_DATA_DIR: folder });

const send = async <Body>(path: string, body: FormData | string, more: Record<string, string> = {}): Promise<Body> =>
  (await (await origin.request(path, { method: 'POST', headers: { ...headers, ...more }, body })).json()) as Body;

/**
 * A folder with two scans that are done, a batch of two that wait, one that was deleted, a webhook
 * and its deliveries, as a server leaves it.
 */
beforeAll(async () => {
  [cluster, receiver] = await Promise.all([startCluster(), startReceiver()]);
  let reads = 0;
  origin = await startTestServer({
    environment: { OCR_WEB_TOKEN: clusterToken, OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true', OCR_WEB_SHUTDOWN_SECONDS: '1' },
    // Only the first scans are read: the others wait for the next start.
    read: (_, options) =>
      ++reads <= 2
        ? Promise.resolve(specimenReading())
        : new Promise((_resolve, reject) => options?.signal?.addEventListener('abort', () => reject(new Error('stopped')))),
  });
  const webhookBody = JSON.stringify({ url: receiver.url, description: 'front desk' });
  webhook = await send('/api/v2/webhooks', webhookBody, { 'content-type': 'application/json' });
  // One whose files of the day are counted.
  const few = JSON.stringify({ name: 'few', scans_per_day: 5 });
  const { token } = await send<{ token: string }>('/api/v2/admin/tokens', few, { 'content-type': 'application/json' });
  for (let count = 0; count < 2; count += 1)
    await send('/api/v1/tools/ocr/picture/', pictureForm(), { prefer: 'wait=30', 'idempotency-key': `key-${count}` });
  await receiver.waitFor(2);
  batch = await send(
    '/api/v2/batches',
    batchForm([specimen, specimen, Buffer.from('no picture')].map((bytes, index) => [`${index}`, bytes])),
  );
  await send('/api/v1/tools/ocr/picture/', pictureForm(), { authorization: `Token ${token}` });
  const last = await send<{ id: number }>('/api/v1/tools/ocr/picture/', pictureForm());
  const { status } = await origin.request(`/api/v2/scans/${last.id}`, { method: 'DELETE', headers });
  expect(status).toBe(204);
  deletedId = last.id;
  await origin.stop();
}, 120_000);

afterAll(async () => {
  await Promise.all([cluster.close(), receiver.close(), origin.remove()]);
  for (const folder of folders) await rm(folder, { recursive: true });
}, 60_000);

function pictureForm(): FormData {
  const form = new FormData();
  form.set('picture_file', new Blob([specimen]), 'specimen.png');
  return form;
}

async function withPlace<Result>(name: PlaceName, folder: string, use: (place: Place) => Promise<Result>): Promise<Result> {
  const place = await openPlace(name, configOf(folder));
  try {
    return await use(place);
  } finally {
    await place.close();
  }
}

/** Every row and every picture. */
const contentOf = (name: PlaceName, folder: string) =>
  withPlace(name, folder, async ({ database, store }) => {
    const tables: Record<string, unknown[]> = {};
    for (const table of movedTables) {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(database.sql);
      tables[table] = rows.map((row) => ({ ...row })).sort((one, other) => (orderOf(table, one) < orderOf(table, other) ? -1 : 1));
    }
    const pictures: Record<string, Buffer> = {};
    for (const { key } of await collect(store.list())) pictures[key] = Buffer.from((await store.get(key)) ?? []);
    return { tables, pictures };
  });

const orderOf = (table: (typeof movedTables)[number], row: object) =>
  JSON.stringify(primaryKeys[table].map((column) => (row as Record<string, unknown>)[column]));

const refusal = (message: RegExp) => expect.objectContaining({ message: expect.stringMatching(message) });

test('a move without the master key of what is stored is refused, and writes nothing', async () => {
  const { environment } = cluster;
  const config = parseConfig({ ...environment, OCR_WEB_DATA_DIR: origin.directory, OCR_WEB_MASTER_KEY: createMasterKeyText() });
  await expect(move('servers', config, signal)).rejects.toMatchObject({
    code: 'keys.unusable',
    message: expect.stringMatching(/^What is to be moved was sealed under the master key 110b7983, which is not in OCR_WEB_MASTER_KEY\. /),
  });
});

test('folder to servers and back: everything is equal, and the unfinished scans are read', async () => {
  const before = await contentOf('folder', origin.directory);
  const heard: CopyProgress[] = [];
  const parts = await move('servers', configOf(origin.directory), signal, (progress) => heard.push(progress));
  expect(await contentOf('servers', origin.directory)).toEqual(before);
  expect(await contentOf('folder', origin.directory)).toEqual(before);
  const counts = Object.entries({ ...before.tables, pictures: Object.keys(before.pictures) }).map(([name, rows]) => ({
    name,
    source: rows.length,
    target: rows.length,
    different: 0,
  }));
  expect(parts).toEqual(counts);
  expect(counts.filter(({ source }) => source === 0)).toEqual([]);
  // Of each part it was told once it was done, and of the pictures how large they are.
  const ends = new Map(heard.map(({ what, ...end }) => [what, end]));
  const bytes = expect.any(Number);
  const scans = before.tables.scans?.length;
  expect(Object.fromEntries(ends)).toEqual({
    ...Object.fromEntries(
      Object.entries(before.tables).map(([table, { length }]) => [`copying ${table}`, { objects: length, total: length, bytes: 0 }]),
    ),
    'copying pictures': { objects: scans, total: scans, bytes },
    'comparing pictures': { objects: scans, total: scans, bytes },
  });
  expect(ends.get('copying pictures')).toEqual(ends.get('comparing pictures'));
  expect(ends.get('copying pictures')?.bytes).toBeGreaterThan(0);

  const server = await cluster.start('all', { OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true' });
  await expect(move('servers', configOf(origin.directory), signal)).rejects.toEqual(refusal(/^The PostgreSQL database is in use/));
  const batchNow = async () => (await (await fetch(`${server.url}/api/v2/batches/${batch.id}`, { headers })).json()) as BatchBody;
  await expect.poll(async () => (await batchNow()).finished_at, { timeout: 30_000, interval: 100 }).not.toBeNull();
  // Two of before, two scans and their batch: signed with the secret that was told at the start.
  const { body, headers: signed } = (await receiver.waitFor(5)).at(-1)!;
  expect(await verifyWebhook({ body, headers: signed, secret: webhook.secret })).toEqual(JSON.parse(body));
  const upload = await fetch(`${server.url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers, body: pictureForm() });
  expect(((await upload.json()) as { id: number }).id).toBe(deletedId + 1);
  await server.end('SIGTERM');

  const folder = await emptyFolder();
  await move('folder', configOf(folder), signal);
  expect(await contentOf('folder', folder)).toEqual(await contentOf('servers', folder));
  await expect(move('servers', configOf(origin.directory), signal)).rejects.toEqual(refusal(/^The target is not empty: its table \w+ has/));
}, 120_000);

test('a move that was cut off is run again', async () => {
  const folder = await emptyFolder();
  await move('folder', configOf(folder), signal);
  const whole = await contentOf('folder', folder);
  await withPlace('folder', folder, async ({ database, store }) => {
    for (const table of ['activity_counts', 'webhook_deliveries', 'batch_items'] as const) await database.sql.deleteFrom(table).execute();
    const { id } = await database.sql.selectFrom('scans').select('id').orderBy('id').executeTakeFirstOrThrow();
    await database.sql.deleteFrom('scans').where('id', '>', id).execute();
    const [lost, half] = Object.keys(whole.pictures) as [string, string];
    for (const key of [lost, half]) await store.delete(key);
    await store.put(half, specimen.subarray(0, 1000));
  });
  const different = await withPlace('servers', folder, (source) =>
    withPlace('folder', folder, async (target) => ({
      tokens: await countDifferentRows(source.database.sql, target.database.sql, 'tokens', signal),
      scans: await countDifferentRows(source.database.sql, target.database.sql, 'scans', signal),
      pictures: await comparePictures(source, target, signal),
    })),
  );
  const [scans, pictures] = [whole.tables.scans!.length, Object.keys(whole.pictures).length];
  expect(different).toEqual({ tokens: 0, scans: scans - 1, pictures: { source: pictures, target: pictures - 1, different: 2 } });
  await move('folder', configOf(folder), signal);
  expect(await contentOf('folder', folder)).toEqual(whole);
});

test('refused: a folder in use, a folder without a database, missing servers, a server without a schema, pictures of others', async () => {
  const folder = await emptyFolder();
  const lock = await lockDirectory(folder);
  await expect(move('folder', configOf(folder), signal)).rejects.toEqual(refusal(/ is in use by another server /));
  await lock.release();
  await expect(move('servers', configOf(folder), signal)).rejects.toEqual(refusal(/ has no database to move\. /));
  const alone = parseConfig({ OCR_WEB_DATA_DIR: folder });
  await expect(move('folder', alone, signal)).rejects.toEqual(refusal(/^A move needs the servers: set DATABASE_URL, OCR_WEB_S3_BUCKET /));
  const other = await startCluster();
  try {
    await expect(move('folder', configOf(folder, other), signal)).rejects.toEqual(
      refusal(/^The source has not the schema of this version /),
    );
    const place = await openPlace('servers', configOf(folder, other));
    await place.store.put(createObjectKey(), specimen);
    await place.close();
    await expect(move('servers', configOf(origin.directory, other), signal)).rejects.toEqual(
      refusal(/^The target is not empty: it has pictures /),
    );
  } finally {
    await other.close();
  }
});
