import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestApp } from '../../../test/build-test-app.ts';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { problemTitles } from '../v2/problem-titles.ts';
import { docsAssetNames } from './docs-assets.ts';
import { renderApiPage } from './render-api-page.ts';
import { renderProblemsPage } from './render-problems-page.ts';

const opened = useTestDatabase();
let app: FastifyInstance;
beforeAll(async () => {
  app = await buildTestApp(opened);
});
afterAll(() => app.close());

/** Every address in a page. */
const links = (page: string) => Array.from(page.matchAll(/(?:src|href)="([^"]*)"/g), ([, address = '']) => address);

test.each(['/docs', '/docs/problems'])(
  '%s loads and links what the service itself serves, and the browser is told to allow nothing else',
  async (path) => {
    const page = await app.inject(path);
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).not.toMatch(/https?:|\/\/\w/);
    const answers = await Promise.all(links(page.body).map(async (link) => `${link} ${(await app.inject(link)).statusCode}`));
    expect(answers).toEqual(links(page.body).map((link) => `${link} 200`));
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
  },
);

test('the assets are served with their types, and not sent again to who has them', async () => {
  for (const name of docsAssetNames) {
    const first = await app.inject(`/docs/${name}`);
    expect([name, first.statusCode, first.headers['x-content-type-options']]).toEqual([name, 200, 'nosniff']);
    expect(first.headers['content-type']).toMatch(/^(text\/(css|javascript); charset=utf-8|image\/png)$/);
    const again = await app.inject({ url: `/docs/${name}`, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  }
  expect((await app.inject('/docs/package.json')).statusCode).toBe(404);
  expect((await app.inject('/docs/..%2fdocs.css')).statusCode).toBe(404);
});

test('no style sheet and no script of ours names another host', () => {
  const assets = new URL('../../../assets/docs/', import.meta.url);
  for (const name of ['start.js', 'docs.css']) expect(readFileSync(new URL(name, assets), 'utf8')).not.toMatch(/https?:|\/\/\w/);
  const css = readFileSync(new URL(import.meta.resolve('swagger-ui-dist/swagger-ui.css')), 'utf8');
  const loaded = Array.from(css.matchAll(/url\(\s*["']?([^)"']*)|@import\s*(.*)/g), ([, address = '', sheet = '']) => address + sheet);
  expect(loaded.filter((address) => !address.startsWith('data:'))).toEqual([]);
  expect(loaded.length).toBeGreaterThan(5);
});

test('behind a path the links have it in front', () => {
  expect(new Set(links(renderApiPage('/ocr')).map((link) => link.split('/')[1]))).toEqual(new Set(['ocr']));
});

test('every problem has its place, where its type leads', () => {
  const places = Array.from(renderProblemsPage('').matchAll(/<section id="([^"]+)">/g), ([, id]) => id);
  expect(places).toEqual(Object.keys(problemTitles));
});
