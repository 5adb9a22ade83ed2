import { expect, test } from 'vitest';
import { parsePreferredWait } from './parse-prefer.ts';

test.each<[string | string[] | undefined, number | undefined]>([
  [undefined, undefined],
  ['', undefined],
  ['wait=10', 10],
  ['wait=0', 0],
  ['wait=600', 60],
  ['Wait="5"', 5],
  ['respond-async, wait=7', 7],
  ['wait = 8 ; foo=bar', 8],
  [['respond-async', 'wait=9'], 9],
  ['wait=1, wait=2', 1],
  ['wait', undefined],
  ['wait=-1', undefined],
  ['wait=1.5', undefined],
  ['wait=ten', undefined],
  ['waiting=3', undefined],
  ['wait=99999999999999999999', undefined],
])('Prefer: %j waits %j seconds', (header, seconds) => {
  expect(parsePreferredWait(header, 60)).toBe(seconds);
});
