import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { type LaidLine, layLines, nearlyLine } from '../../../test/visual/lay-lines.ts';
import { findFields } from '../fields/find-fields.ts';
import type { TextLine } from '../lines/measure-row.ts';
import { lookForExpected } from './look-for-expected.ts';

const today = '2026-11-29';
const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const document = parseMrz(zone, { today });

/**
 * A page on which some lines are read in part at first, and wholly where they are drawn further.
 */
async function look(first: readonly LaidLine[], wholly: readonly LaidLine[]) {
  const looked: TextLine[] = [];
  const read = (lines: readonly TextLine[]) => {
    looked.push(...lines);
    const seen = layLines(wholly);
    return Promise.resolve(
      lines.flatMap((line) => {
        const own = seen.find((other) => holds(line, other.line));
        return own ? { ...own, line } : [];
      }),
    );
  };
  const readings = layLines(first);
  const find = (more: typeof readings) => findFields(document, [...readings, ...more], today);
  const further = await lookForExpected(find([]), readings, document, today, read);
  const { values, checks } = find(further);
  return { looked, value: (key: keyof typeof values) => values[key]?.value, checks };
}

function holds(wider: TextLine, { left, right, baseLine }: TextLine): boolean {
  return wider.left <= left && wider.right >= right && Math.abs(wider.baseLine - baseLine) < 1;
}

const names: readonly LaidLine[] = [
  ['ERIKSSON', 100, 65],
  ['ANNA MARIA', 100, 95],
  ['L898902C3', 400, 35],
];

describe('a line that was read in part is drawn further', () => {
  test('where a date goes on behind it', async () => {
    const { value, checks } = await look(
      [...names, ['12 AUG', 100, 155], ['15 APR 2012', 100, 245], ['16 APR 2007', 100, 215]],
      [['12 AUG 1974', 100, 155]],
    );
    expect([value('birth_date'), checks.birth_date]).toEqual(['12 AUG 1974', 'match']);
  });

  test('where the first digit of a day was missed', async () => {
    const { value } = await look(
      [...names, ['12 AUG 1974', 100, 155], ['15 APR 2012', 100, 245], ['6 APR 2007', 108, 215]],
      [['16 APR 2007', 100, 215]],
    );
    expect(value('issue_date')).toBe('16 APR 2007');
  });

  test('but where another date goes on there, which is the first of three days, it differs', async () => {
    const { value, checks } = await look(
      [...names, ['12 AUG', 100, 155], ['15 APR 2012', 100, 245], ['16 APR 2007', 100, 215]],
      [['12 AUG 1971', 100, 155]],
    );
    expect([value('birth_date'), checks.birth_date]).toEqual(['12 AUG 1971', 'mismatch']);
  });
});

test('digits without a mark, which may be cut out of a number, are no date', async () => {
  const first: readonly LaidLine[] = [...names, ['1208', 100, 155], ['15 APR 2012', 100, 245], ['16 APR 2007', 100, 215]];
  expect((await look(first, [['120874', 100, 155]])).checks.birth_date).toBe('not_found');
});

test('a name on a line that was not found at first differs where it is clearly another', async () => {
  const first: readonly LaidLine[] = [...names.slice(1), ['12 AUG 1974', 100, 155], ['Utopian', 300, 65]];
  const { value, checks } = await look(first, [['ERIKSPON', 100, 65]]);
  expect([value('surname'), checks.surname]).toEqual(['ERIKSPON', 'mismatch']);
});

test('what stands below a label on which no line was found is kept where it is legible', async () => {
  const first: readonly LaidLine[] = [...names, ['12 AUG 1974', 100, 155], ['Place of birth', 300, 140, 6], ['Date of birth', 100, 140, 6]];
  const { value } = await look(first, [['ZENITH', 300, 155]]);
  expect(value('place_of_birth')).toBe('ZENITH');
});

test('nothing is looked at where all was found', async () => {
  const all: readonly LaidLine[] = [
    ...names,
    ['12 AUG 1974', 100, 155],
    ['ZE184226B', 300, 155],
    ['15 APR 2012', 100, 245],
    ['16 APR 2007', 100, 215],
  ];
  expect((await look(all, [])).looked).toEqual([]);
});

test('a value that closer looks denied is not looked for again', async () => {
  const line = nearlyLine(['12.08.1934', 100, 155], 8, '7', 3);
  const readings = [...layLines(names), line];
  const found = findFields(document, readings, today, 1, layLines([['12.08.1934', 100, 155]]));
  const read = (lines: readonly TextLine[]) => {
    const [seen] = layLines([['12.08.1974', 100, 155]]);
    return Promise.resolve(lines.filter((one) => holds(one, seen!.line)).map((one) => ({ ...seen!, line: one })));
  };
  expect([found.values.birth_date?.value, found.checks.birth_date]).toEqual(['12.08.1974', 'not_found']);
  expect(await lookForExpected(found, readings, document, today, read)).toEqual([]);
});
