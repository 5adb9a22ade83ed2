import type { Document } from '@ocr-web/api/client';
import { expect, test } from 'vitest';
import type { ReadFile } from '../../readers/picture-reader.ts';
import { listContradictions } from './contradictions.ts';

const documents = [0, 1].map((index) => ({ index, page: 0 })) as Document[];
const [first, second] = documents as [Document, Document];

/** A page with some documents, of which print and a barcode say these of the first. */
const pageOf = (some: readonly Document[], document: Document, print: object, barcode: object) => {
  const result = {
    documents: some,
    visual: [{ page: 0, document: 0, fields: {}, checks: print }],
    barcodes: [{ page: 0, content: { checks: barcode } }, { page: 0 }],
  };
  return { file: { result } as unknown as ReadFile, page: 0, document };
};

test('what differs or does not hold is listed once, of both sides', () => {
  const front = pageOf([first], first, { surname: 'mismatch', birth_date: 'match', sex: 'not_found' }, {});
  const back = pageOf([first], first, { surname: 'mismatch' }, { surname: 'mismatch', check_character: 'invalid', city: 'match' });
  expect(listContradictions([front, back])).toEqual([
    { source: 'print', labels: ['Surname'] },
    { source: 'barcode', labels: ['Surname', 'Check character'] },
  ]);
});

test('nothing is listed where all holds', () => {
  expect(listContradictions([pageOf([first], first, { surname: 'match' }, { surname: 'match' })])).toEqual([]);
});

test('of two documents on a page nothing says whose a barcode is', () => {
  const checks = [{ surname: 'mismatch' }, { surname: 'mismatch' }] as const;
  expect(listContradictions([pageOf(documents, first, ...checks)])).toEqual([{ source: 'print', labels: ['Surname'] }]);
  expect(listContradictions([pageOf(documents, second, ...checks)])).toEqual([]);
});
