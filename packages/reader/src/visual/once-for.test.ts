import { expect, test } from 'vitest';
import { onceFor, onceHere } from './once-for.ts';

test.each([onceFor, onceHere])('an object is looked at once, whatever is found, and an equal one again', (once) => {
  const asked: object[] = [];
  const find = once((key: object) => {
    asked.push(key);
    return undefined;
  });
  const [one, equal] = [{}, {}];
  expect([find(one), find(one), find(equal)]).toEqual([undefined, undefined, undefined]);
  expect(asked).toEqual([one, equal]);
});
