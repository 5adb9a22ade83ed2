import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkJsonStructure } from './check-json-structure.ts';

const check = (text: string) => checkJsonStructure(Buffer.from(text));

test('JSON within the limits passes, whatever its texts contain', () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 8 }).filter((text) => text.length < 1000),
      (text) => {
        check(text);
      },
    ),
  );
  check(JSON.stringify({ file: '\\'.repeat(100_000), reference: `"${'['.repeat(10_000)},` }));
  check(`${'['.repeat(32)}${']'.repeat(32)}`);
  check(`[${'1,'.repeat(998)}1]`);
});

test.each([
  ['33 lists', '['.repeat(33), /at most 32 deep/],
  ['a list of many', `[${'1,'.repeat(1000)}1]`, /at most 1000 commas/],
  ['texts of many', `[${'"a" '.repeat(500)}`, /at most 1000 commas/],
  ['escaped quotation marks', `"${'\\"'.repeat(1000)}"`, /at most 1000 commas/],
])('%s are refused', (_what, text, message) => {
  expect(() => check(text)).toThrow(expect.objectContaining({ code: 'body.malformed', message: expect.stringMatching(message) }));
});
