import { expect, test } from 'vitest';
import { layLine, logitsOf } from '../../../test/visual/lay-lines.ts';
import { partWords } from './part-words.ts';
import { classOf, textClassCount } from './text-alphabet.ts';

/** A line behind one of whose characters a space is seen so much less surely than none. */
function lineOf(text: string, behind: number, odds: number) {
  const logits = logitsOf(text, 0.999);
  const step = behind * (logits.steps / text.length) - 1;
  logits.logProbs[step * textClassCount + classOf(' ')!] = logits.logProbs[step * textClassCount]! + odds;
  return partWords(layLine([text, 100, 100], logits));
}

test.each([
  ['CESTA31', 5, 'CESTA 31'],
  ['031A', 3, '031 A'],
  ['GORNJAULICA', 6, 'GORNJA ULICA'],
])('%s has a blank that is nearly seen', (text, behind, written) => {
  expect(lineOf(text, behind, -0.8).text).toBe(written);
});

test.each([
  ['of which a space is less probable', 'CESTA31', 5, -1.8],
  ['of digits alone', '12345', 3, -0.5],
  ['that goes on in small letters', 'Gornja', 3, -0.5],
  ['with a mark of its own there', 'NADIR/ZENITH', 6, -0.5],
])('a word %s has none', (_, text, behind, odds) => {
  expect(lineOf(text, behind, odds).text).toBe(text);
});

test('the blank is as sure as it is probable beside none', () => {
  const blank = lineOf('CESTA31', 5, -0.8).characters.find(({ character }) => character === ' ');
  expect(Math.round(100 * blank!.confidence)).toBe(31);
});
