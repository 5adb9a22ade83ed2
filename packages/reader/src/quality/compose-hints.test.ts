import { expect, test } from 'vitest';
import type { ZoneReading } from '../reading.ts';
import { composeHints } from './compose-hints.ts';

const zoneOf = (confidence: number) => ({ confidence }) as ZoneReading;

test('pages and documents get their numbers, sentences name lines and measures', () => {
  const [better, worse] = [zoneOf(0.6), zoneOf(0.2)];
  const pages = [
    { issues: [{ code: 'glare', zone: worse, line: 1 } as const] },
    { issues: [{ code: 'mrz_too_small', zone: better, found: 5.3, needed: 12 } as const] },
    { issues: [{ code: 'page_not_read', cause: 'It is damaged.' } as const] },
  ];
  expect(composeHints(pages, [better, worse])).toEqual([
    {
      ...{ code: 'glare', page: 0, document: 1, line: 1 },
      message:
        'A reflection hides part of line 2 of the machine readable zone. Tilt the document or move the lamp, and do without the flash.',
    },
    {
      ...{ code: 'mrz_too_small', page: 1, document: 0, found: 5.3, needed: 12 },
      message:
        'The characters of the machine readable zone are 5.3 pixels high; 12 are needed. Go nearer, or send the picture in its full size.',
    },
    { code: 'page_not_read', page: 2, message: 'Page 3 was not read. It is damaged.' },
  ]);
});

test('where a document is well read only what a person should know in any case is left', () => {
  const sure = zoneOf(0.99);
  const pages = [
    { issues: [{ code: 'several_documents', found: 2 } as const] },
    { issues: [{ code: 'no_mrz' } as const] },
    { issues: [{ code: 'page_not_read', cause: 'It is damaged.' } as const] },
  ];
  expect(composeHints(pages, [sure]).map(({ code, page }) => [code, page])).toEqual([
    ['several_documents', 0],
    ['page_not_read', 2],
  ]);
});

test('a document of which the picture shows a part is not done, however clearly that is read', () => {
  const part = zoneOf(0.99);
  const pages = [{ issues: [{ code: 'mrz_cut_off', zone: part } as const] }, { issues: [{ code: 'no_mrz' } as const] }];
  const codes = (...zones: ZoneReading[]) => composeHints(pages, zones).map(({ code }) => code);
  expect(codes(part)).toEqual(['mrz_cut_off', 'no_mrz']);
  expect(codes(part, zoneOf(0.99))).toEqual([]);
});
