import { expect, test } from 'vitest';
import { findWithin, lookDistance, plainText } from './compare-letters.ts';

test('letters that look alike are half a mistake, others a whole one', () => {
  expect([
    lookDistance('surname', 'sunnane'),
    lookDistance('birth', 'blrth'),
    lookDistance('birth', 'bzrth'),
    lookDistance('sex', 'sex'),
  ]).toEqual([1, 0.5, 1, 0]);
});

test('digits within words are letters, and others are nothing', () => {
  expect(plainText('4. Date 0f 1ssue')).toEqual({ letters: 'dateofissue', at: [3, 4, 5, 6, 8, 9, 11, 12, 13, 14, 15] });
});

test('a label is found within a line, with the place where it ends', () => {
  expect(findWithin('height', 'yoheightcm')).toEqual({ likeness: 1, end: 8 });
});
