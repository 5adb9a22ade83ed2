import { expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../test/visual/lay-lines.ts';
import { findFields } from '../fields/find-fields.ts';
import type { TextLine } from '../lines/measure-row.ts';
import { readUnproved } from './read-unproved.ts';

const label = layLines([['Domicile / Residence', 100, 85, 6]]);

/** The address of a page whose other cuts show what is given, of the line at its height. */
async function addressOf(lines: readonly LaidLine[], certainty: number, cuts: readonly LaidLine[]) {
  const readings = [...label, ...layLines(lines, certainty)];
  let looked = 0;
  const read = (asked: readonly TextLine[]) => {
    looked += asked.length;
    return Promise.resolve(
      asked.flatMap((line) => {
        const own = cuts.find(([, , baseLine]) => Math.abs(baseLine - line.baseLine) < 3);
        return own ? layLines([own], 0.9).map((look) => ({ ...look, line })) : [];
      }),
    );
  };
  const find = (all: typeof readings) => findFields(undefined, all, '2026-12-01');
  const agreed = await readUnproved(find(readings), readings, read);
  return { address: find([...agreed]).values.address?.value, looked };
}

test('a doubtful line of an address is as its other cuts show it', async () => {
  expect(await addressOf([['1 RUE HAUIE', 100, 100]], 0.85, [['1 RUE HAUTE', 100, 100]])).toEqual({ address: '1 RUE HAUTE', looked: 4 });
});

test('so is one below it, which was too doubtful to be one', async () => {
  const lines: readonly LaidLine[] = [
    ['1 RUE HAUTE', 100, 100],
    ['12345 ZFNIIHVILLE', 100, 116],
  ];
  const { address } = await addressOf(lines, 0.7, [
    ['1 RUE HAUTE', 100, 100],
    ['12345 ZENITHVILLE', 100, 116],
  ]);
  expect(address).toBe('1 RUE HAUTE 12345 ZENITHVILLE');
});

test('what is read surely is not looked at', async () => {
  expect(await addressOf([['1 RUE HAUTE', 100, 100]], 0.97, [])).toEqual({ address: '1 RUE HAUTE', looked: 0 });
});
