import { expect, test } from 'vitest';
import { monthNames } from './month-names.ts';

// May in Dutch and Malay, June in Irish, which has the English name beside it.
const shared = ['MEI'];

test('no name is that of two months', () => {
  const names = monthNames.flat();
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual(shared);
});
