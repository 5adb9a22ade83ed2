import { expect, test } from 'vitest';
import { bitsOf, leastDistance } from './bound-distance.ts';
import { findWithin, lookDistance } from './compare-letters.ts';

const texts = [
  'dateofissue',
  'datedelivrance',
  'dateofexpiryx',
  'placeofbirth',
  'nom',
  'surnamesurname',
  'authorityautoriteauthorityautoritex',
];

test('no distance is below its bound', () => {
  for (const label of texts) {
    const bits = bitsOf(label);
    for (const line of texts) {
      const within = (1 - findWithin(label, line).likeness) * label.length;
      expect(leastDistance(bits, line, false)).toBeLessThanOrEqual(within + 1e-6);
      expect(leastDistance(bits, line, true)).toBeLessThanOrEqual(lookDistance(label, line));
    }
  }
});

test('the bound tells other labels apart, and is none on the label itself', () => {
  expect(leastDistance(bitsOf('dateofissue'), 'xxdateofissuexx', false)).toBe(0);
  expect(leastDistance(bitsOf('dateofissue'), 'dateofissue', true)).toBe(0);
  expect(leastDistance(bitsOf('placeofbirth'), 'kxkxkxkxkxkx', false)).toBeGreaterThan(8);
});
