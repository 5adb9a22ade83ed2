import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const docs = join(import.meta.dirname, '../../docs');

test('the Bruno collection has a request for every operation of the API, and no other', () => {
  const { paths } = JSON.parse(readFileSync(join(docs, 'generated/openapi.json'), 'utf8'));
  const operations = Object.keys(paths)
    .filter((path) => path.startsWith('/api/'))
    .flatMap((path) => Object.keys(paths[path]).map((method) => `${method} ${path.replaceAll(/\{\w+\}/g, '*')}`));
  const requests = globSync('bruno/v*/**/*.bru', { cwd: docs }).map((file) => {
    const text = readFileSync(join(docs, file), 'utf8');
    const [, method, path = ''] = /^(\w+) \{\n {2}url: \{\{baseUrl\}\}(\S+)$/m.exec(text)!;
    return `${method} ${path.replaceAll(/\{\{\w+\}\}|(?<=\/)0(?=\/)/g, '*')}`;
  });
  expect(requests.sort()).toEqual(operations.sort());
});
