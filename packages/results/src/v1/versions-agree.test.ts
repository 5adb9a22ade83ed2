import { readdirSync, readFileSync } from 'node:fs';
import { parseMrz } from '@ocr-web/mrz';
import type { ZoneReading } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { v2Result } from '../v2/v2-result.ts';
import { v1OfV2Result, v1Result } from './v1-result.ts';

const specimens = new URL('../../../mrz/specimens/', import.meta.url);
const mediaType = 'image/png' as const;
const timing = { total_ms: 1, decode_ms: 0, detect_ms: 0, rectify_ms: 0, recognise_ms: 0, interpret_ms: 0 };

function readingOf(lines: readonly string[]) {
  const document = parseMrz(lines, { today: '2026-11-23' });
  const quad: ZoneReading['quad'] = [
    { x: 0, y: 0 },
    { x: 440, y: 0 },
    { x: 440, y: 20 },
    { x: 0, y: 20 },
  ];
  const zone: ZoneReading = {
    ...{ page: 0, quad, lineQuads: document.lines.map(() => quad), rotation_deg: 0, document, lines: document.lines },
    ...{ characters: [], repairs: [], confidence: 1, score: 42 },
  };
  return { zones: [zone], pages: [], hints: [], timing, mediaType };
}

/** The lines, and the lines with one character replaced, every third in turn. */
function* variants(lines: readonly string[]) {
  yield lines;
  for (const [index, line] of lines.entries()) {
    for (let column = index; column < line.length; column += 3) {
      const other = line[column] === '7' ? '<' : '7';
      yield lines.with(index, line.slice(0, column) + other + line.slice(column + 1));
    }
  }
}

test.each(readdirSync(specimens))('%s: what v1 says follows from the answer of v2, also where a character is wrong', (name) => {
  const text = readFileSync(new URL(`${name}/lines.txt`, specimens), 'utf8');
  for (const lines of variants(text.split('\n').slice(1).filter(Boolean))) {
    const reading = readingOf(lines);
    expect(Object.entries(v1OfV2Result(v2Result(reading)))).toEqual(Object.entries(v1Result(reading)));
  }
});

test('no document', () => {
  const reading = { zones: [], pages: [], hints: [], timing, mediaType };
  expect(Object.entries(v1OfV2Result(v2Result(reading)))).toEqual(Object.entries(v1Result(reading)));
});
