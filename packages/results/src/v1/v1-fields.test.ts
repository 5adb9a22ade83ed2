import { readdirSync, readFileSync } from 'node:fs';
import { parseMrz } from '@ocr-web/mrz';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOfDocument } from './document-facts.ts';
import { v1Fields } from './v1-fields.ts';

const today = '2026-11-23';
const specimens = new URL('../../../mrz/specimens/', import.meta.url);

function fieldsOf(name: string) {
  const lines = readFileSync(new URL(`${name}/lines.txt`, specimens), 'utf8')
    .split('\n')
    .slice(1);
  return v1Fields(factsOfDocument(parseMrz(lines, { today })));
}

test('every published specimen in the keys of v1, in their order', async () => {
  const fields = Object.fromEntries(readdirSync(specimens).map((name) => [name, fieldsOf(name)]));
  await expect(`${JSON.stringify(fields, null, 2)}\n`).toMatchFileSnapshot('../../test/v1-of-specimens.json');
});

test('any lines whatever have them', () => {
  const mrzText = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'), maxLength: 50 });
  fc.assert(
    fc.property(fc.array(fc.oneof(mrzText, fc.string({ unit: 'binary', maxLength: 50 })), { maxLength: 4 }), (lines) => {
      const { mrz_detected, valid_composite, valid_number, ...fields } = v1Fields(factsOfDocument(parseMrz(lines, { today })));
      return mrz_detected && typeof valid_composite === 'boolean' && typeof valid_number === 'boolean' && Object.keys(fields).length === 11;
    }),
    { numRuns: 300, seed: 7 },
  );
});
