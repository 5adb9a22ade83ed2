import { expect, test } from 'vitest';
import { layLines } from '../../../test/visual/lay-lines.ts';
import { alignPattern } from './align-pattern.ts';
import { anything, findPossible } from './bound-pattern.ts';
import { datePattern } from './date-pattern.ts';
import { namePattern } from './name-pattern.ts';
import { graphOf } from './pattern-graph.ts';

const scoresOf = (text: string) => layLines([[text, 0, 0]])[0]!.scores;
const wanted = { cost: 0, perCharacter: -1.1, worst: -4.5 };

test('where a pattern stands its alignment is the same with and without bounds', () => {
  for (const [pattern, text] of [
    [namePattern(['MARI', 'LIIS']), '1. MARI-LIIS'],
    [datePattern({ year: 1985, month: 5, day: 1 }, 4), '01 MAI /MAY 1985 M'],
  ] as const) {
    const all = alignPattern(scoresOf(text), pattern, anything);
    expect(all?.cost).toBeGreaterThan(-1);
    expect(alignPattern(scoresOf(text), pattern, wanted)).toEqual(all);
  }
});

test('nothing is left of a line without the letters, or with them in another order', () => {
  const graph = graphOf(namePattern(['SCHMIDT']));
  expect(findPossible(scoresOf('SCHMIDT'), graph, wanted)).toBeDefined();
  expect(findPossible(scoresOf('MUELLER'), graph, wanted)).toBeUndefined();
  expect(findPossible(scoresOf('TDIMHCS'), graph, wanted)).toBeUndefined();
});
