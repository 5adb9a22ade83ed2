import { expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../test/visual/lay-lines.ts';
import type { MeasuredLine, TextLine } from '../lines/measure-row.ts';
import { readByClarity } from './read-by-clarity.ts';

/** Pixels for each millimetre. */
const scale = 8;

/** What is read of lines that show so many letters each, and in which order. */
async function textsOf(...lines: readonly (readonly [letters: number, ...LaidLine])[]) {
  const readings = new Map<TextLine, ReturnType<typeof layLines>[number]>();
  const measured = lines.map(([letters, ...line]): MeasuredLine => {
    const [reading] = layLines([line]);
    const shown = { ...reading!.line, letters: Array.from({ length: letters }, () => [0, 8] as const), order: 1 };
    readings.set(shown, { ...reading!, line: shown });
    return shown;
  });
  const asked: string[][] = [];
  const read = (wanted: readonly TextLine[]) => {
    const answers = wanted.map((line) => readings.get(line)!);
    asked.push(answers.map(({ text }) => text));
    return Promise.resolve(answers);
  };
  const given = await readByClarity(measured, scale, read);
  expect(given.map(({ text }) => text)).toEqual(asked.flat());
  return asked;
}

const surname = [8, 'ERIKSSON', 100, 200] as const;

test('clear lines are read first, then those whose letters touch, and short ones last', async () => {
  expect(await textsOf([1, 'M', 100, 230], [2, 'ANNA MARIA', 100, 215], surname)).toEqual([['ERIKSSON'], ['ANNA MARIA'], ['M']]);
});

test.each([
  ['ten millimetres below', [2, 'SEX / SEXE', 100, 284, 6] as const, true],
  ['further below', [2, 'BELOW IT', 100, 292] as const, false],
  ['25 millimetres beside', [2, 'BESIDE IT', 362, 200] as const, true],
  ['further beside', [2, 'BESIDE IT', 366, 200] as const, false],
])('a long line of few letters is read near print, whatever its height: %s', async (_, line, isRead) => {
  expect(await textsOf(surname, line)).toEqual(isRead ? [['ERIKSSON'], [line[1]], []] : [['ERIKSSON'], []]);
});

test('two letters are few, and so are those of a line that is long for them', async () => {
  const far = 900;
  const long = 'A LINE OF MANY LETTERS THAT TOUCH';
  expect(await textsOf(surname, [2, 'ABCDE', 100, far], [7, long, 100, far])).toEqual([['ERIKSSON'], []]);
  expect(await textsOf(surname, [3, 'ABCDE', 100, far], [8, long, 100, far])).toEqual([['ERIKSSON', 'ABCDE', long], []]);
});

test('a short line is read within six millimetres of print, and where some is as high', async () => {
  const lines = [
    [1, 'F', 100, 255],
    [1, 'X', 150, 230, 20],
    [1, 'M', 100, 262],
    [4, 'UTOP', 362, 200],
    [2, 'UT', 366, 200],
  ] as const;
  expect(await textsOf(surname, ...lines)).toEqual([['ERIKSSON'], ['F', 'UTOP']]);
});

test('lines of few letters and short ones may stand by one of few letters', async () => {
  const lines = [
    [2, 'SEX / SEXE', 100, 280],
    [1, 'F', 100, 300],
    [2, 'NEXT TO IT', 100, 370],
    [2, 'FAR AWAY', 100, 470],
  ] as const;
  expect(await textsOf(surname, ...lines)).toEqual([['ERIKSSON'], ['SEX / SEXE'], ['NEXT TO IT'], ['F']]);
});

test('where no clear line is legible all long ones are read', async () => {
  expect(await textsOf([2, 'ERIKSSON', 100, 200], [2, 'ANNA MARIA', 100, 900])).toEqual([[], ['ERIKSSON', 'ANNA MARIA'], []]);
});
