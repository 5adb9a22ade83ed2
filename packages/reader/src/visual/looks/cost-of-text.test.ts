import { expect, test } from 'vitest';
import { layLine, logitsOf } from '../../../test/visual/lay-lines.ts';
import { costOfText } from './cost-of-text.ts';

const { scores } = layLine(['ANNA', 100, 100], logitsOf('ANNA', 0.999));
/** Natural logarithm of what another class has at a step, beside the class that is seen. */
const other = Math.log((1 - 0.999) / (236 - 1) / 0.999);

test('what is seen costs nothing', () => {
  expect(costOfText('ANNA', scores)).toBe(0);
});

test('another letter costs as much as it is less probable, at each of its steps or a blank', () => {
  // One step of the letter, blanks at the other two.
  expect(costOfText('ANNE', scores) / other).toBeCloseTo(3, 1);
});

test('a part of what is seen, and twins that no blank parts, cost as well', () => {
  expect(costOfText('ANN', scores)).toBeLessThan(2 * other);
  expect(costOfText('ANA', scores)).toBeLessThan(0);
});

test('what cannot be written, or has no room, is impossible', () => {
  expect([costOfText('АННА', scores), costOfText('ANNA'.repeat(9), scores)]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});
