import { expect, test } from 'vitest';
import { buildTestApp } from '../../test/build-test-app.ts';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { docsAssetNames } from './docs/docs-assets.ts';
import { pageAddresses } from './page/register-page.ts';

/**
 * What may be had without a token. Everything that is not listed here must answer 401, routes of
 * the future included.
 */
const docs = docsAssetNames.map((name) => `/docs/${name}`);
const page = [...Object.keys(pageAddresses), '/assets/:name'];
const openPaths = ['/healthz', '/readyz', '/pictures/:key', '/openapi.json', '/docs', '/docs/problems', ...docs, ...page];
const open = openPaths.flatMap((path) => [`GET ${path}`, `HEAD ${path}`]);

const opened = useTestDatabase();

test('every route asks for a token, before it looks at anything else', async () => {
  const routes: string[] = [];
  const app = await buildTestApp(opened, {
    onRoute: ({ method, url }) => routes.push(...[method].flat().map((name) => `${name} ${url}`)),
  });
  await app.ready();
  expect(open.filter((route) => !routes.includes(route))).toEqual([]);
  const closed = routes.filter((route) => !open.includes(route));
  expect(closed).toContain('POST /api/v1/tools/ocr/picture/');
  const answers = await Promise.all(
    closed.map(async (route) => {
      const [method, url = ''] = route.split(' ');
      const request = { method: method as 'GET', url: url.replace(/:\w+/g, '1'), headers: { 'content-length': '999999999' } };
      return `${route} ${(await app.inject(request)).statusCode}`;
    }),
  );
  expect(answers).toEqual(closed.map((route) => `${route} 401`));
  await app.close();
});
