import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openS3Store, type S3Options } from '../src/pictures/stores/open-s3-store.ts';
import { specimenPicture } from '../src/specimen-picture.ts';
import { createPostgresDatabase } from '../test/servers/create-postgres-database.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

const specimen = readFileSync(specimenPicture);
const headers = { authorization: `Token ${clusterToken}`, 'content-type': 'image/png' };
const dump = join(tmpdir(), `ocr-web-${process.pid}.dump`);
const program = (name: string) => globSync(`/usr/lib/postgresql/*/bin/${name}`).sort().at(-1) as string;

let cluster: Cluster;
let database: Awaited<ReturnType<typeof createPostgresDatabase>>;
beforeAll(async () => {
  cluster = await startCluster();
  database = await createPostgresDatabase(inject('postgresUrl') as string);
});
afterAll(async () => {
  await cluster.close();
  await database.drop();
  rmSync(dump, { force: true });
}, 60_000);

type Scan = { readonly id: number; readonly status: string };
const upload = async (url: string, wait = 0) =>
  (await (
    await fetch(`${url}/api/v2/scans`, { method: 'POST', headers: { ...headers, ...(wait && { prefer: `wait=${wait}` }) }, body: specimen })
  ).json()) as Scan;

async function copyBucket(from: string, to: string): Promise<void> {
  const options = inject('s3') as S3Options;
  const [source, target] = [await openS3Store({ ...options, bucket: from }), await openS3Store({ ...options, bucket: to })];
  for await (const { key } of source.list()) await target.put(key, (await source.get(key)) as Uint8Array);
  await Promise.all([source.close(), target.close()]);
}

test('a dump and a copy of the bucket, taken while the service runs, are the service as it was at the dump', async () => {
  const api = await cluster.start('api');
  const worker = await cluster.start('worker');
  const read = await upload(api.url, 30);
  expect(read.status).toBe('completed');
  await worker.end('SIGTERM');
  const waiting = await upload(api.url);

  // As docs/deployment.md says: the database first, then the bucket, while requests go on.
  execFileSync(program('pg_dump'), ['--format=custom', `--file=${dump}`, cluster.environment.DATABASE_URL as string]);
  const late = await upload(api.url);
  const bucket = `${cluster.environment.OCR_WEB_S3_BUCKET}-restored`;
  await copyBucket(cluster.environment.OCR_WEB_S3_BUCKET as string, bucket);
  execFileSync(program('pg_restore'), ['--exit-on-error', '--no-owner', `--dbname=${database.url}`, dump]);

  const restored = await cluster.start('all', { DATABASE_URL: database.url, OCR_WEB_S3_BUCKET: bucket });
  const statusOf = async ({ id }: Scan) => {
    const answer = await fetch(`${restored.url}/api/v2/scans/${id}`, { headers });
    return answer.ok ? ((await answer.json()) as Scan).status : answer.status;
  };
  await expect.poll(() => statusOf(waiting), { timeout: 40_000 }).toBe('completed');
  expect([await statusOf(read), await statusOf(late)]).toEqual(['completed', 404]);
  const v1 = (await (await fetch(`${restored.url}/api/v1/tools/ocr/data/${read.id}/`, { headers })).json()) as Record<string, string>;
  expect([v1.number, new URL(v1.picture_file!).origin]).toEqual(['L898902C3', restored.url]);
  expect(Buffer.from(await (await fetch(v1.picture_file!)).arrayBuffer()).equals(specimen)).toBe(true);
}, 120_000);
