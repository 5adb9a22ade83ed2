import type { ScanResult } from '@ocr-web/api/client';
import { expect, test } from 'vitest';
import { joinWithBefore } from './join-with-before.ts';
import { recordFailure, recordResult } from './scan-record.ts';

const timing = { total_ms: 1, decode_ms: 0, detect_ms: 0, rectify_ms: 0, recognise_ms: 0, interpret_ms: 0 };
const quad = [1, 2, 3, 4].map((x) => ({ x, y: x }));
const field = (value: string) => ({ value, confidence: 0.95, quad, evidence: 'visual' as const });

function resultOf(fields: Record<string, string>): ScanResult {
  const visual = {
    page: 0,
    document: null,
    fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, field(value)])),
    checks: {},
  };
  return { documents: [], pages: [{ index: 0, width: 9, height: 9 }], hints: [], timing, visual: [visual], sides: [] };
}

const front = recordResult('front.jpg', resultOf({ surname: 'SPECIMEN', document_number: 'UTO123456' }));
const back = recordResult('back.jpg', resultOf({ document_number: 'UTO123456', address: 'Main Street 1' }));

test("the later record has what both sides say, by the files' names", () => {
  expect(joinWithBefore(front, back).record.sides).toEqual([
    {
      sides: [
        { file: 'front.jpg', page: 0, document: null },
        { file: 'back.jpg', page: 0, document: null },
      ],
      agrees: ['document_number'],
      fields: {
        document_number: { value: 'UTO123456', source: 'print', file: 'front.jpg', page: 0 },
        surname: { value: 'SPECIMEN', source: 'print', file: 'front.jpg', page: 0 },
        address: { value: 'Main Street 1', source: 'print', file: 'back.jpg', page: 0 },
      },
    },
  ]);
});

test('a file without a partner has none, also after one that could not be read', () => {
  const other = recordResult('other.jpg', resultOf({ document_number: 'UTO999999' }));
  const failed = recordFailure('bad.jpg', { code: 'picture.corrupt', message: 'bad' });
  expect([joinWithBefore(other, back).record.sides, joinWithBefore(failed, back).record.sides]).toEqual([[], []]);
  expect(joinWithBefore(front, failed)).toBe(failed);
});

test('two pages of one file are joined without another file', () => {
  const [one, two] = [front.result!, back.result!];
  const pages = [0, 1].map((index) => ({ index, width: 9, height: 9 }));
  const both = { ...one, pages, visual: [...one.visual!, ...two.visual!.map((visual) => ({ ...visual, page: 1 }))] };
  const { sides } = joinWithBefore(undefined, recordResult('both.pdf', both)).record;
  expect(sides?.map((joined) => joined.sides)).toEqual([
    [
      { file: 'both.pdf', page: 0, document: null },
      { file: 'both.pdf', page: 1, document: null },
    ],
  ]);
});
