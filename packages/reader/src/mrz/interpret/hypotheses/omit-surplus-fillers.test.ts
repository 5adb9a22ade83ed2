import { formats } from '@ocr-web/mrz';
import { expect, it } from 'vitest';
import { drawLogits } from '../../../../test/draw-logits.ts';
import { createLineScorer } from '../../align/line-scorer.ts';
import { omitSurplusFillers } from './omit-surplus-fillers.ts';

const passport = formats.find(({ name }) => name === 'TD3')!;
const name = 'P<UTOERIKSSON<<ANNA<MARIA';
const numbers = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

/** How many steps each line has left, or undefined if none loses any. */
function stepsOf(lines: readonly string[], firstLine = 0): (number | undefined)[] | undefined {
  const scorers = drawLogits(lines).map(createLineScorer);
  const omitted = omitSurplusFillers({ format: passport, firstLine }, scorers);
  return omitted?.map(({ likely }, line) => (likely === scorers[line]!.likely ? undefined : likely.steps));
}

// Four steps for each character, after five of the margin.
const whole = 44 * 4 + 5;

it('ends a name line where its format does, and leaves the others', () => {
  expect(stepsOf([name.padEnd(47, '<'), numbers])).toEqual([whole, undefined]);
  expect(stepsOf(['OTHER<PRINT', name.padEnd(46, '<'), numbers], 1)).toEqual([undefined, whole, undefined]);
});

it.each([
  ['lines of their length', [name.padEnd(44, '<'), numbers]],
  ['far longer lines', [name.padEnd(51, '<'), numbers]],
  ['a name that goes on beyond them', [`${name.padEnd(43, 'A')}<A`, numbers]],
  ['a name that ends there, so that no filler says where', [`${name.padEnd(44, 'A')}<<`, numbers]],
  ['a line of numbers', [name.padEnd(44, '<'), `${numbers.slice(0, 40)}<<<<<<`]],
])('leaves %s', (_name, lines) => {
  expect(stepsOf(lines)).toBeUndefined();
});
