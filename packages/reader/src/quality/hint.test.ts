import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hintCodes } from './hint.ts';
import { writeMessage } from './write-message.ts';

test('docs/hints.md explains every code', () => {
  const page = readFileSync(new URL('../../../../docs/hints.md', import.meta.url), 'utf8');
  const explained = [...page.matchAll(/^\| `(\w+)`\s+\| [^|]+\|/gm)].map(([, code]) => code);
  expect(explained.sort()).toEqual([...hintCodes].sort());
});

test.each(hintCodes)('%s: a sentence that ends, and hides nothing that is not known', (code) => {
  const message = writeMessage({ code, line: 1, found: 2, needed: 3, cause: 'It is damaged.' }, 0);
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(message).not.toMatch(/undefined|NaN/);
});
