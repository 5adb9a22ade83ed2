import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestApp } from '../../test/build-test-app.ts';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { createToken } from '../tokens/create-token.ts';

const opened = useTestDatabase();
let app: FastifyInstance;
let token: string;
const routes: { readonly method: 'GET'; readonly url: string }[] = [];
beforeAll(async () => {
  ({ token } = await createToken(opened.database.sql, 'desk', new Date()));
  app = await buildTestApp(opened, {
    onRoute: ({ method, url }) => {
      for (const name of [method].flat()) routes.push({ method: name as 'GET', url: url.replace(/:\w+/g, '1') });
    },
  });
  await app.ready();
  routes.push({ method: 'GET', url: '/nothing' }, { method: 'GET', url: '/api/v2/nothing' }, { method: 'GET', url: '/api/v1/nothing/' });
});
afterAll(() => app.close());

/** What every route answers, with and without a token. */
async function askEverything(headers: Record<string, string>) {
  const requests = [headers, { ...headers, authorization: `Token ${token}` }].flatMap((sent) =>
    routes.map((route) => ({ ...route, headers: sent })),
  );
  const answers = await Promise.all(
    requests.map(async (request) => ({ what: `${request.method} ${request.url}`, answer: await app.inject(request) })),
  );
  expect(answers.length).toBeGreaterThan(80);
  return answers;
}

test('no route sets a cookie, or says what it is made with', async () => {
  const answers = await askEverything({});
  const telling = ['set-cookie', 'server', 'x-powered-by'];
  expect(answers.filter(({ answer }) => telling.some((name) => name in answer.headers)).map(({ what }) => what)).toEqual([]);
});

test('no route lets its type be guessed, or says nothing of how long it may be kept', async () => {
  const answers = await askEverything({});
  const loose = answers.filter(({ answer: { headers } }) => headers['x-content-type-options'] !== 'nosniff' || !headers['cache-control']);
  expect(loose.map(({ what }) => what)).toEqual([]);
});

test('what may be kept is public: the page and the documentation', async () => {
  const answers = await askEverything({});
  const kept = answers.filter(({ answer }) => answer.headers['cache-control'] !== 'no-store').map(({ what }) => what.replace(/^\w+ /, ''));
  expect(kept.filter((path) => path.startsWith('/api/') || path.startsWith('/pictures/'))).toEqual([]);
});

test('a cookie is no token, whatever it is called', async () => {
  const cookie = ['token', 'authorization', 'session', 'access_token'].map((name) => `${name}=${token}`).join('; ');
  const url = '/api/v2/scans';
  expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(401);
  expect((await app.inject({ url, headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(200);
});

test.each(['token', 'access_token', 'authorization', 'api_key'])('a token in the address as "%s" is none', async (name) => {
  const paths = [`/api/v2/scans?${name}=${token}`, `/api/v1/tools/ocr/data/1/?${name}=${token}`];
  const answers = await Promise.all(paths.map((url) => app.inject({ url })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401]);
});
