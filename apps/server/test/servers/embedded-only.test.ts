import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { embeddedOnly } from './embedded-only.ts';

test('every test that is left out on servers is there', () => {
  const missing = embeddedOnly.filter((entry) => !readFileSync(entry.file, 'utf8').includes(`'${entry.test}`));
  expect(missing).toEqual([]);
});
