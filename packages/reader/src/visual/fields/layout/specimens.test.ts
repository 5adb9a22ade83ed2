import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { layLines } from '../../../../test/visual/lay-lines.ts';
import { cards } from '../../../../test/visual/specimen-cards.ts';
import { passports } from '../../../../test/visual/specimen-passports.ts';
import { layouts } from '../../tables/layouts/layout-of.ts';
import { findFields } from '../find-fields.ts';

const today = '2026-11-29';

describe('on a page without a legible label the layout tells', () => {
  test.each([...passports, ...cards])('$name', ({ zone, page, expected }) => {
    const { values } = findFields(parseMrz([...zone], { today }), layLines(page), today);
    const found = Object.fromEntries(Object.keys(expected).map((key) => [key, values[key as keyof typeof values]?.value]));
    expect(found).toEqual(expected);
    for (const key of Object.keys(expected)) expect(values[key as keyof typeof values]!.confidence).toBeLessThan(0.95);
  });
});

test('each layout has a key once, and the lines of keys that it has', () => {
  for (const { rows, lines = {}, labels = {} } of layouts) {
    const keys = rows.flatMap((row) => row.split(' '));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of [...Object.keys(lines), ...Object.keys(labels)]) expect(keys).toContain(key);
  }
});
