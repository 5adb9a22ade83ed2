import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegistrationBody, ScanBody, WebhookWithSecretBody } from '@ocr-web/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedDatabase } from '../src/database/open-embedded-database.ts';
import { tokensThroughSocket } from '../src/tokens/socket/call-token-socket.ts';
import { tokenSocketPath } from '../src/tokens/socket/token-socket-path.ts';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { type Receiver, startReceiver } from '../test/receivers/start-receiver.ts';
import { startTraceCollector, type TraceCollector } from '../test/receivers/start-trace-collector.ts';
import { freePort } from '../test/servers/free-port.ts';
import { packZip } from '../test/uploads/pack-zip.ts';
import { dataUri } from '../test/uploads/pictures.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

// The real service with its readers, logs, metrics, traces and webhooks, on a folder that is then
// looked through byte by byte.

const token = 'token-of-the-erasure-test';
const headers = { authorization: `Token ${token}`, prefer: 'wait=60' };

/**
 * Who the specimen is, as the zone and as answers write it, and what the client calls the guest.
 */
const identity = [
  'ERIKSSON',
  'ANNA<MARIA',
  'ANNA MARIA',
  'L898902C3',
  '740812',
  '1974-08-12',
  'ZE184226B',
  'room-of-anna',
  'anna-eriksson.png',
  'Specimen Street 7',
];

let directory: string;
let temporary: string;
let picture: Buffer;
let server: SpawnedServer;
let receiver: Receiver;
let collector: TraceCollector;
let metricsPort: number;
/** What processes wrote beside the folder, over both runs. */
let outside = '';

async function start(): Promise<void> {
  server = await spawnServer(directory, {
    OCR_WEB_TOKEN: token,
    OCR_WEB_LOG_LEVEL: 'debug',
    OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
    OCR_WEB_METRICS_PORT: String(metricsPort),
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    TMPDIR: temporary,
  });
}

async function stop(): Promise<void> {
  outside += await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(await server.end('SIGTERM')).toBe(0);
  outside += server.output() + server.errors();
}

beforeAll(async () => {
  directory = await prepareDataDirectory();
  temporary = join(directory, 'temporary');
  await mkdir(temporary);
  picture = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
  [receiver, collector, metricsPort] = await Promise.all([startReceiver(), startTraceCollector(), freePort()]);
  await start();
}, 60_000);
afterAll(async () => {
  // The tests end it; where they are left out or fail, it still runs.
  await server?.end('SIGTERM');
  await Promise.all([receiver.close(), collector.close()]);
  await rm(directory, { recursive: true });
});

const send = async <Body>(path: string, body: NonNullable<RequestInit['body']>, contentType?: string): Promise<Body> => {
  const type = contentType === undefined ? {} : { 'content-type': contentType };
  return (await (await fetch(`${server.url}${path}`, { method: 'POST', headers: { ...headers, ...type }, body })).json()) as Body;
};

/** Every file beneath the folder, whatever it is for. */
async function readFolder(): Promise<readonly { readonly path: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return await Promise.all(files.map(async (path) => ({ path: path.slice(directory.length), bytes: await readFile(path) })));
}

/** Which of the texts stand in which files. The compiled program has words of its own. */
async function findInFolder(texts: readonly (string | Buffer)[]): Promise<string[]> {
  const files = (await readFolder()).filter(({ path }) => !path.startsWith('/compile-cache'));
  return files.flatMap(({ path, bytes }) => texts.filter((text) => bytes.includes(text)).map((text) => `${text.toString()} in ${path}`));
}

/** The wrapped keys of all rows. */
async function readKeys(): Promise<string[]> {
  const database = await openEmbeddedDatabase(directory);
  const rows = await database.sql.selectFrom('scans').select(['data_key', 'picture_data_key']).execute();
  await database.close();
  return rows.flatMap(({ data_key, picture_data_key }) => [data_key, picture_data_key]).filter((key) => key !== null);
}

/** As an operator's `ocr-web token purge`. */
async function purgeEverything(): Promise<void> {
  const tokens = tokensThroughSocket(tokenSocketPath(directory) as string);
  for (const { id } of await tokens.list()) await tokens.purge(id);
}

/** A piece of the picture's bytes that is in no other file. */
const pieceOfPicture = () => picture.subarray(20_000, 20_064);

let keys: string[];

test('before erasure nothing that says who somebody is lies anywhere in clear text', async () => {
  const hook = JSON.stringify({ url: receiver.url, events: ['scan.completed', 'batch.completed'] });
  expect(await send<WebhookWithSecretBody>('/api/v2/webhooks', hook, 'application/json')).toMatchObject({ enabled: true });
  const v1 = await send<{ surname: string }>(
    '/api/v1/tools/ocr/picture/',
    JSON.stringify({ picture_file: dataUri(picture) }),
    'application/json',
  );
  const v2 = await send<ScanBody>('/api/v2/scans?reference=room-of-anna', picture, 'image/png');
  expect([v1.surname, v2.result?.documents[0]?.names?.surname]).toEqual(['ERIKSSON', 'ERIKSSON']);
  for (const end of ['documents/0/crop', 'pages/0/annotated']) {
    const drawing = await fetch(`${server.url}/api/v2/scans/${v2.id}/${end}`, { headers });
    expect([drawing.status, (await drawing.arrayBuffer()).byteLength > 1000]).toEqual([200, true]);
  }
  const archive = packZip([{ name: 'anna-eriksson.png', bytes: picture }]);
  const batch = await send<{ id: number }>('/api/v2/batches?reference=room-of-anna', new Uint8Array(archive), 'application/zip');
  const results = await (await fetch(`${server.url}/api/v2/batches/${batch.id}/results`, { headers })).text();
  expect([results.includes('ERIKSSON'), results.includes('anna-eriksson.png')]).toEqual([true, true]);
  const stay = { register: 'siba', guests: [{ scan_id: v2.id, desk: { nationality: 'SWE', address: 'Specimen Street 7' } }] };
  const registration = await send<RegistrationBody>('/api/v2/registrations', JSON.stringify(stay), 'application/json');
  expect(JSON.stringify(registration.guests)).toMatch(/ERIKSSON.*Specimen Street 7/);
  // A file that is cut off is refused: refusals are looked through as well.
  await send('/api/v2/scans?reference=room-of-anna', picture.subarray(0, 5000), 'image/png');
  await receiver.waitFor(4);

  await stop();
  expect(await findInFolder([...identity, pieceOfPicture()])).toEqual([]);
  keys = await readKeys();
  expect(keys.length).toBe(6);
});

test('after erasure nothing of it is left, not even under a key, and no key', async () => {
  await start();
  const listed = (await (await fetch(`${server.url}/api/v2/scans`, { headers })).json()) as { data: ScanBody[] };
  expect((await fetch(`${server.url}/api/v2/scans/${listed.data[0]!.id}`, { method: 'DELETE', headers })).status).toBe(204);
  await purgeEverything();
  await stop();
  // What maintenance does every five minutes.
  const database = await openEmbeddedDatabase(directory);
  await database.maintain();
  await database.close();
  expect(await findInFolder([...identity, ...keys, pieceOfPicture()])).toEqual([]);
  const left = (await readFolder()).filter(({ path }) => /^\/(pictures|incoming|temporary)\//.test(path));
  expect(left.map(({ path }) => path)).toEqual([]);
});

test('logs, metrics and traces never had any of it', () => {
  const traces = collector.received.map(({ body }) => body).join('\n');
  expect([outside.length > 5000, traces.length > 1000]).toEqual([true, true]);
  const hashes = [createHash('sha256').update(picture).digest('hex'), createHash('sha256').update('ERIKSSON').digest('hex')];
  const found = [...identity, ...hashes, token].filter((text) => outside.includes(text) || traces.includes(text));
  expect(found).toEqual([]);
});
