import { expect, test } from 'vitest';
import { settleLookalikes } from './settle-lookalikes.ts';

const settle = (text: string) =>
  settleLookalikes([...text].map((character, from) => ({ character, confidence: 1, from, to: from + 1 })))
    .map(({ character }) => character)
    .join('');

test.each([
  ['12OO-15I8', '1200-1518'],
  ['13 0CT 2012', '13 OCT 2012'],
  ['0TTAWA', 'OTTAWA'],
  ['1.N0DALA', '1.NODALA'],
])('in %s zero and O are what the word says: %s', (read, meant) => {
  expect(settle(read)).toBe(meant);
});

test.each([
  ['JaneirO', 'Janeiro'],
  ['Test AaraU', 'Test Aarau'],
  ['AlbrUP', 'Albrup'],
])('in %s capitals at the end are the small letters of their shape: %s', (read, meant) => {
  expect(settle(read)).toBe(meant);
});

test.each(['McDONALD', 'GmbH', 'LAUra', 'X4RTBPFW4', 'C01X0006H', 'OO', 'Mun. 1', 'AB1234', ''])('%s stays as it was read', (text) => {
  expect(settle(text)).toBe(text);
});
