import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestApp } from '../../../test/build-test-app.ts';
import { useTestDatabase } from '../../../test/open-test-database.ts';

const script = 'document.title = "hello";';

const opened = useTestDatabase();
let directory: string;
let app: FastifyInstance;
let withoutPage: FastifyInstance;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocr-web-page-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>built</title>');
  await writeFile(join(directory, 'assets/main-1a.js'), script);
  await writeFile(join(directory, 'assets/main-1a.js.br'), brotliCompressSync(script));
  await writeFile(join(directory, 'secret'), 'not linked');
  app = await buildTestApp(opened, { pageDirectory: directory });
  withoutPage = await buildTestApp(opened);
});
afterAll(async () => {
  await app.close();
  await withoutPage.close();
  await rm(directory, { recursive: true });
});

test('the page is asked for again each time, and the browser is told to load nothing from elsewhere', async () => {
  const page = await app.inject('/');
  const { 'content-type': type, 'cache-control': cache, 'content-security-policy': policy, 'permissions-policy': camera } = page.headers;
  expect([page.statusCode, page.body, type, cache, camera]).toEqual([
    ...[200, '<!doctype html><title>built</title>', 'text/html; charset=utf-8', 'no-cache'],
    'camera=(self), microphone=(), geolocation=()',
  ]);
  expect(policy).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  const again = await app.inject({ url: '/', headers: { 'if-none-match': String(page.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('assets are kept for good, and are sent as they were compressed to who takes that', async () => {
  const plain = await app.inject('/assets/main-1a.js');
  expect([plain.body, plain.headers['content-encoding'], plain.headers['cache-control']]).toEqual([
    ...[script, undefined, 'public, max-age=31536000, immutable'],
  ]);
  const small = await app.inject({ url: '/assets/main-1a.js', headers: { 'accept-encoding': 'gzip, br;q=0.9' } });
  expect([small.headers['content-encoding'], brotliDecompressSync(small.rawPayload).toString()]).toEqual(['br', script]);
  expect(small.headers.etag).not.toBe(plain.headers.etag);
  const refused = await app.inject({ url: '/assets/main-1a.js', headers: { 'accept-encoding': 'br;q=0' } });
  expect(refused.body).toBe(script);
});

test('nothing else in the folder or above it can be had', async () => {
  const paths = [
    '/secret',
    '/assets/..%2fsecret',
    '/assets/../secret',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/assets/none.js',
    '/sw.js',
  ];
  const answers = await Promise.all(paths.map(async (path) => (await app.inject(path)).statusCode));
  expect(answers).toEqual(paths.map(() => 404));
});

test('a page that was built anew is served without a restart', async () => {
  await writeFile(join(directory, 'assets/main-2b.js'), '2;');
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>anew</title>');
  await utimes(join(directory, 'index.html'), new Date(), new Date(Date.now() + 5000));
  expect((await app.inject('/')).body).toBe('<!doctype html><title>anew</title>');
  expect((await app.inject('/assets/main-2b.js')).body).toBe('2;');
});

test.each(['/', '/admin'])('without a built page %s says how to get it, and the API works', async (path) => {
  const page = await withoutPage.inject(path);
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.body).toContain('npm run build:page');
  expect((await withoutPage.inject('/healthz')).json()).toEqual({ status: 'ok' });
});
