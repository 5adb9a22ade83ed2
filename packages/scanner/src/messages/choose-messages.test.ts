import { expect, test } from 'vitest';
import { chooseMessages } from './choose-messages.ts';
import { english } from './english.ts';
import { spanish } from './spanish.ts';

test.each([
  ['en', english],
  ['es-MX', spanish],
  ['ES', spanish],
  ['xx', english],
])('%s', (language, expected) => {
  expect(chooseMessages(language)).toEqual(expected);
});

test('a page says some of it in its own words', () => {
  expect(chooseMessages('en', { done: 'Thank you', orders: { hold_still: 'Freeze' } })).toEqual({
    ...english,
    done: 'Thank you',
    orders: { ...english.orders, hold_still: 'Freeze' },
  });
});
