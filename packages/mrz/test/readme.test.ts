import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as mrz from '../src/index.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

it('the examples of the README give what they say', () => {
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1]).join('');
  const examples = code.replace(
    /^(.*); \/\/ → (.*)$/gm,
    (_, expression: string, value: string) => `results.push([${expression}, ${value}]);`,
  );
  const run = new Function(...Object.keys(mrz), `const results = [];\n${examples}\nreturn results;`) as (
    ...exports: unknown[]
  ) => [unknown, unknown][];
  const results = run(...Object.values(mrz));
  expect(results.length).toBeGreaterThan(25);
  expect(results.map(([actual]) => actual)).toEqual(results.map(([, expected]) => expected));
});
