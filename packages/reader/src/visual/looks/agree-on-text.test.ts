import { expect, test } from 'vitest';
import { layLine, logitsOf } from '../../../test/visual/lay-lines.ts';
import { agreeOnText, otherCuts } from './agree-on-text.ts';

const look = (text: string, certainty: number) => layLine([text, 100, 100], logitsOf(text, certainty));

test('the text that most cuts show is taken, in the place of the first', () => {
  const first = look('TOUION', 0.9);
  const [second, third] = [look('TOULON', 0.9), look('TOULON', 0.92)];
  expect(agreeOnText([first, second, third])).toEqual({ ...third, line: first.line });
});

test('where the others differ from each other, the first stays', () => {
  const first = look('TOULON', 0.9);
  expect(agreeOnText([first, look('TOUION', 0.9), look('FOULON', 0.9)])).toBe(first);
});

test('a text that only hardly legible cuts show is not taken', () => {
  const first = look('TOULON', 0.9);
  expect(agreeOnText([first, look('TOUION', 0.75), look('TOUION', 0.75)])).toBe(first);
});

test('a line is cut higher, lower, and a little up and down', () => {
  const line = { left: 100, right: 200, capTop: 40, baseLine: 60, slope: 0, strength: 1 };
  expect(otherCuts(line).map(({ capTop, baseLine }) => [Math.round(capTop), Math.round(baseLine)])).toEqual([
    [38, 60],
    [42, 60],
    [38, 58],
    [42, 62],
  ]);
});

test('a blank that a less legible cut shows is taken from it', () => {
  const first = look('CESTA31', 0.9);
  const cut = look('CESTA 31', 0.8);
  expect([agreeOnText([first, cut, cut]).text, agreeOnText([first, first, first, cut]).text]).toEqual(['CESTA 31', 'CESTA31']);
});
