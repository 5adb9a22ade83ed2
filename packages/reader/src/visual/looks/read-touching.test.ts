import { expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../test/visual/lay-lines.ts';
import type { TextLine } from '../lines/measure-row.ts';
import { readTouching } from './read-touching.ts';

const values = layLines([
  ['ERIKSSON', 100, 50, 15],
  ['ZENITH', 100, 80, 15],
]);

/**
 * What a page says where a further line is looked at on its foot, and the look that was asked for.
 */
async function readWith(line: LaidLine, certainty: number, look: string, sure = 0.95) {
  const asked: TextLine[] = [];
  const read = (lines: readonly TextLine[]) => {
    asked.push(...lines);
    return Promise.resolve(lines.flatMap((one) => layLines([[look, 0, 0]], sure).map((reading) => ({ ...reading, line: one }))));
  };
  const all = await readTouching([...values, ...layLines([line], certainty)], read);
  return { texts: all.map(({ text }) => text), asked: asked.map(({ capTop, baseLine }) => [capTop, baseLine]) };
}

test('a line that hangs together with the label above it is read on its foot, as high as values are', async () => {
  expect(await readWith(['UroPK', 100, 125, 25], 0.5, 'UTOPIA')).toEqual({ texts: ['ERIKSSON', 'ZENITH', 'UTOPIA'], asked: [[110, 125]] });
});

test('what is no surer there stays as it was', async () => {
  const { texts } = await readWith(['UroPK', 100, 125, 25], 0.65, 'ULOPLA', 0.72);
  expect(texts).toEqual(['ERIKSSON', 'ZENITH', 'UroPK']);
});

test('a letter alone does not take the place of a line', async () => {
  const { texts } = await readWith(['UroPK', 100, 125, 25], 0.5, 'U');
  expect(texts).toEqual(['ERIKSSON', 'ZENITH', 'UroPK']);
});

test.each([
  ['as high as values', ['UroPK', 100, 125, 17], 0.5],
  ['a heading that is read well', ['KINGDOM', 100, 125, 25], 0.9],
  ['too high for a line and its label', ['UroPK', 100, 125, 36], 0.5],
  ['too short', ['U1', 100, 125, 25], 0.5],
] satisfies [string, LaidLine, number][])('what is %s is not looked at', async (_, line, certainty) => {
  expect((await readWith(line, certainty, 'UTOPIA')).asked).toEqual([]);
});
