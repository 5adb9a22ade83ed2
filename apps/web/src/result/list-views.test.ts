import type { ScanResult } from '@ocr-web/api/client';
import { v2Result } from '@ocr-web/results';
import { expect, test } from 'vitest';
import { specimenReading } from '../../../server/test/specimen-reading.ts';
import type { ReadFile } from '../readers/picture-reader.ts';
import { listViews } from './list-views.ts';
import type { Sides } from './sides/joined-sides.ts';

const specimen = v2Result(specimenReading());
const document = specimen.documents[0]!;
const page = specimen.pages[0]!;
const agrees: Sides['agrees'] = ['document_number'];

function fileWith(change: Partial<ScanResult>): ReadFile {
  const showPage = () => Promise.reject(new Error('Nobody looks.'));
  return { name: 'card.tiff', place: 'service', result: { ...specimen, ...change }, showPage, stored: null };
}

const threePages = [0, 1, 2].map((index) => ({ ...page, index }));

test('two pages that are sides of one card are one view, at the place of the first; other pages stay', () => {
  const sides: Sides = {
    // The zone first, as the service does.
    sides: [
      { file: 0, page: 2, document: 0 },
      { file: 0, page: 0, document: null },
    ],
    agrees,
    fields: {},
  };
  const onThird = { ...document, page: 2 };
  const file = fileWith({ documents: [onThird], pages: threePages, sides: [sides] });
  const inOrder = { ...sides, sides: sides.sides.toReversed() };
  expect(listViews(file, undefined)).toEqual([
    { page: 2, document: onThird, joined: { sides: inOrder, files: [file] } },
    { page: 1, document: null },
  ]);
  expect(listViews(fileWith({ documents: [onThird], pages: threePages }), undefined)).toHaveLength(3);
});

test('a page without a zone has the document of the other file whose side it is', () => {
  const sides: Sides = {
    sides: [
      { file: 0, page: 1, document: null },
      { file: 1, page: 0, document: 0 },
    ],
    agrees,
    fields: {},
  };
  const [front, back] = [fileWith({ documents: [], pages: threePages }), fileWith({})];
  const joined = { sides, files: [front, back] };
  expect(listViews(front, joined)).toEqual([
    { page: 0, document: null },
    { page: 1, document, joined },
    { page: 2, document: null },
  ]);
});
