import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestApp } from '../../../test/build-test-app.ts';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { pageAddresses } from '../page/register-page.ts';
import { buildDocument } from './build-document.ts';
import { tags } from './tags.ts';

type Operation = { operationId: string; tags: string[]; summary: string; responses: Record<string, { description: string }> };
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } };

const opened = useTestDatabase();
let app: FastifyInstance;
let document: Document;
const routes: RouteOptions[] = [];

beforeAll(async () => {
  app = await buildTestApp(opened, { onRoute: (route) => routes.push(route) });
  document = (await app.inject('/openapi.json')).json();
});
afterAll(() => app.close());

const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path));

test('the document is valid OpenAPI 3.1 in the eyes of an independent validator', async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('docs/generated/openapi.json is what the service serves', () => {
  const committed = readFileSync(new URL('../../../../../docs/generated/openapi.json', import.meta.url), 'utf8');
  // Not compared as texts: the difference would be thousands of lines long.
  expect(committed === `${JSON.stringify(document, null, 2)}\n`, 'it differs: run npm run generate').toBe(true);
});

test('every route is described, but pages for people and methods that a path does not have', () => {
  const described = (route: RouteOptions) => route.schema?.operationId !== undefined;
  const forPeople = [...Object.keys(pageAddresses), '/assets/:name'];
  const isForPeople = (url: string) => url.startsWith('/docs') || forPeople.includes(url);
  const silent = routes.filter((route) => !described(route) && !isForPeople(route.url)).map(({ method, url }) => ({ method, url }));
  // What is left answers 405: the other methods of a path that is described with its own.
  const paths = Object.keys(document.paths).map((path) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
  expect(silent.filter(({ url }) => !paths.includes(url))).toEqual([]);
  expect(silent.filter(({ method }) => typeof method === 'string' && method !== 'HEAD')).toEqual([]);
});

test('every operation has a name of its own, words for people, and known tags', () => {
  const names = operations().map(({ operationId }) => operationId);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const incomplete = operations().filter(
    ({ summary, tags: used }) => !summary || used?.length !== 1 || !tags.some(({ name }) => name === used[0]),
  );
  expect(incomplete).toEqual([]);
  const wordless = operations().flatMap((operation) => Object.values(operation.responses).filter(({ description }) => !description));
  expect(wordless).toEqual([]);
});

test('every reference leads to a component, and every component is referred to', () => {
  const references = new Set(
    Array.from(JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g), ([, name]) => name),
  );
  expect([...references].sort()).toEqual(Object.keys(document.components.schemas).sort());
});

test('two different schemas of one name are refused', () => {
  const route = (url: string, schema: object) => ({
    method: 'get',
    url,
    schema: { operationId: url, tags: ['Scans'], response: { 200: schema } },
  });
  const thing = { $id: 'Thing', type: 'object' };
  expect(() => buildDocument([route('/a', thing), route('/b', { ...thing })], '1')).not.toThrow();
  expect(() => buildDocument([route('/a', thing), route('/b', { ...thing, title: 'Other' })], '1')).toThrow(
    'Two different schemas are called Thing.',
  );
});

test('the address is the one that the operator gave', () => {
  expect(buildDocument([], '1', 'https://ocr.example.org/base').servers).toEqual([{ url: 'https://ocr.example.org/base' }]);
});
