import { expect, test } from 'vitest';
import { layLines } from '../../../../test/visual/lay-lines.ts';
import { goOn } from './go-on.ts';

const [first, next] = layLines([
  ['MAJDANPEK, NADIR', 100, 100],
  ['GORNJA 031', 100, 116],
]);

test('a line goes on on the next one below it, where its letters begin with those of the first', () => {
  // Texture hangs on to the second line, whose letters stand where they stood.
  const longer = { ...next!, line: { ...next!.line, left: 70 } };
  expect(goOn(first!, [longer], 2)).toEqual([first, longer]);
});

test('but not where its letters begin elsewhere', () => {
  const indented = layLines([['GORNJA 031', 140, 116]]);
  const [long] = layLines([['MAJDANPEK, NADIR UPPER', 100, 100]]);
  expect(goOn(long!, indented, 2)).toEqual([long]);
});
