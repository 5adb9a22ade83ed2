import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScanBody } from '@ocr-web/api';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { testKeys } from '../../../../test/test-keys.ts';
import { dataUri, onePixelJpeg, onePixelPng } from '../../../../test/uploads/pictures.ts';
import { unsealText } from '../../../crypto/key-ring.ts';
import { openEmbeddedDatabase } from '../../../database/open-embedded-database.ts';
import type { Tables } from '../../../database/tables.ts';
import { openReading } from '../../../scans/stored-reading.ts';

const scans = '/api/v2/scans';
const json = { authorization: `Bearer ${testToken}`, 'content-type': 'application/json' };
/** Where the portrait of the one who goes is; the number stands nowhere else. */
const portraitAt = 271_828.18;
const at = { x: portraitAt, y: 1 };
const portraits = [{ page: 0, kind: 'portrait', quad: [at, at, at, at], faceShare: 0.8, confidence: 0.9 }] as const;
/** Who stays. */
const otherLines = ['P<UTOSTAYS<<KEPT<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

let server: TestServer;
let hold: PromiseWithResolvers<void> | undefined;
beforeAll(async () => {
  // A JPEG shows the specimen, which is deleted each time; a PNG shows who stays.
  server = await startTestServer({
    environment: { OCR_WEB_PORTRAIT: 'true', OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true', OCR_WEB_READER_PROCESSES: '1' },
    read: async (bytes) => {
      await hold?.promise;
      return bytes[0] === 0xff ? { ...specimenReading(), portraits, signatures: [] } : specimenReading(otherLines);
    },
  });
  // Nobody listens there, so that payloads stay until they are given up.
  const body = JSON.stringify({ url: 'http://127.0.0.1:9/', events: ['scan.completed', 'scan.failed'] });
  expect((await server.request('/api/v2/webhooks', { method: 'POST', headers: json, body })).status).toBe(201);
}, 120_000);
afterAll(() => rm(server.directory, { recursive: true }));

async function create(picture: Buffer, name: string, headers: Record<string, string> = {}): Promise<ScanBody> {
  const response = await server.request(`${scans}?portrait=true`, {
    method: 'POST',
    headers: { ...json, 'idempotency-key': `key-of-${name}`, ...headers },
    body: JSON.stringify({ file: dataUri(picture), reference: `reference-of-${name}` }),
  });
  return (await response.json()) as ScanBody;
}
const remove = async ({ id }: ScanBody) => (await server.request(`${scans}/${id}`, { method: 'DELETE', headers: json })).status;
const keyOf = ({ file }: ScanBody) => new URL(file.url).pathname.split('/').at(-1) as string;
/**
 * Ends when every scan that was made so far has been worked on: there is one worker, and it takes
 * them in turn.
 */
const workerIsDone = () => create(onePixelPng, 'kept', { prefer: 'wait=20', 'idempotency-key': crypto.randomUUID() });

let kept: ScanBody;
const gone: ScanBody[] = [];

test('a finished scan is deleted', async () => {
  kept = await create(onePixelPng, 'kept', { prefer: 'wait=20' });
  const scan = await create(onePixelJpeg, 'gone', { prefer: 'wait=20' });
  const seen = [scan.result?.documents[0]?.names?.surname, scan.result?.portraits?.[0]?.box[0]];
  expect([...seen, await remove(scan)]).toEqual(['ERIKSSON', portraitAt, 204]);
  gone.push(scan);
});

test('a scan is deleted while it waits, and the one that is being read at that moment', async () => {
  hold = Promise.withResolvers();
  const [reading, waiting] = [await create(onePixelJpeg, 'gone-1'), await create(onePixelJpeg, 'gone-2')];
  const status = async ({ id }: ScanBody) =>
    ((await (await server.request(`${scans}/${id}`, { headers: { ...json, prefer: 'wait=1' } })).json()) as ScanBody).status;
  expect([await status(reading), await status(waiting)]).toEqual(['processing', 'queued']);
  expect([await remove(reading), await remove(waiting)]).toEqual([204, 204]);
  hold.resolve();
  hold = undefined;
  await workerIsDone();
  const ends = server.log.map((line) => JSON.parse(line)).filter(({ msg, scan }) => msg === 'scan' && scan === reading.id);
  expect(ends).toMatchObject([{ status: 'completed', written: false }]);
  gone.push(reading, waiting);
});

test('everything with a reference is deleted in one step: single scans, batches, and nothing else', async () => {
  const two = [await create(onePixelJpeg, 'gone-3', { prefer: 'wait=20' }), await create(onePixelJpeg, 'gone-4')];
  const form = new FormData();
  form.append('reference', 'reference-of-gone-3');
  form.append('file', new Blob([onePixelJpeg]), 'a.jpg');
  const { authorization } = json;
  await server.request('/api/v2/batches', { method: 'POST', headers: { authorization }, body: form });
  const answerTo = async (reference: string) => {
    const response = await server.request(`${scans}?reference=${reference}`, { method: 'DELETE', headers: json });
    return [response.status, await response.json()];
  };
  const deleted = (singles: number, batches: number) => [200, { object: 'deleted_scans', scans: singles, batches }];
  expect(await answerTo('reference-of-gone-3')).toEqual(deleted(1, 1));
  expect(await answerTo('reference-of-gone-3')).toEqual(deleted(0, 0));
  expect(await answerTo('reference-of-gone-4')).toEqual(deleted(1, 0));
  expect(await answerTo('')).toMatchObject([400, { errors: [{ field: 'reference' }] }]);
  const left = (await (await server.request(`${scans}?limit=100`, { headers: json })).json()) as { data: ScanBody[] };
  expect(new Set(left.data.map(({ reference }) => reference))).toEqual(new Set(['reference-of-kept']));
  gone.push(...two);
});

// Last, since it stops the server to look into its folder.
test('nothing is left of them in any table, in the files of the database or in the store, and everything of the one that stays', async () => {
  await server.stop();
  const database = await openEmbeddedDatabase(server.directory);
  const everything = await dump(database.sql);
  const left = await findKept(database.sql);
  await database.maintain();
  await database.close();
  const files = await readAllFiles(join(server.directory, 'database'));
  const isAnywhere = (value: string) => files.some((bytes) => bytes.includes(value));
  const traced = ['ERIKSSON', String(portraitAt), 'key-of-gone', 'reference-of-gone', 'STAYS', 'reference-of-kept', 'key-of-kept'];
  expect(traced.filter(isAnywhere)).toEqual(['key-of-kept']);
  const folders = await readdir(join(server.directory, 'pictures'), { recursive: true });
  const traces = (scan: ScanBody, name: string, surname: string) =>
    [keyOf(scan), `key-of-${name}`, `reference-of-${name}`, surname, `"id":${scan.id},`, String(portraitAt)].filter(
      (trace) => everything.includes(trace) || folders.some((path) => path.includes(trace)),
    );
  expect(gone.flatMap((scan) => traces(scan, 'gone', 'ERIKSSON'))).toEqual([]);
  expect(traces(kept, 'kept', 'STAYS')).toEqual([keyOf(kept), 'key-of-kept']);
  // Sealed, and there for whoever has the key.
  expect(left).toEqual({ reference: 'reference-of-kept', line: otherLines[0], events: [`{"id":${kept.id},`] });
  expect(folders.filter((path) => /[\w-]{43}$/.test(path)).length).toBe(2);
});

/** What the key opens of the scan that stays. */
async function findKept(database: Kysely<Tables>) {
  const scan = await database
    .selectFrom('scans')
    .select(['owner_id', 'data_key', 'reference', 'reading'])
    .where('id', '=', kept.id)
    .executeTakeFirstOrThrow();
  const key = await testKeys.keys.open(scan.data_key, scan.owner_id);
  const payloads = await database.selectFrom('webhook_deliveries').select(['data_key', 'payload']).where('scan_id', '=', kept.id).execute();
  return {
    reference: unsealText(key, 'reference', scan.reference!),
    line: openReading(key, scan.reading!).zones[0]?.lines[0],
    events: payloads.map(({ payload }) => /\{"id":\d+,/.exec(unsealText(key, 'payload', payload))?.[0]),
  };
}

/** Every row of every table as text. */
async function dump(database: Kysely<Tables>): Promise<string> {
  const texts: string[] = [];
  for (const { name } of await database.introspection.getTables()) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(database);
    texts.push(name, ...rows.map((row) => JSON.stringify(Object.values(row as object)).replaceAll('\\"', '"')));
  }
  return texts.join('\n');
}

async function readAllFiles(folder: string): Promise<Buffer[]> {
  return await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
}
