import { expect, test } from 'vitest';
import { mayTakePlace } from './may-take-place.ts';

/** Lets owners take turns until nobody may take more; returns what each has. */
function fill(owners: number, limit: number): number[] {
  const own = new Array<number>(owners).fill(0);
  for (let isOpen = true; isOpen; ) {
    isOpen = false;
    for (let owner = 0; owner < owners; owner += 1) {
      const taken = own.reduce((sum, count) => sum + count, 0);
      if (!mayTakePlace({ own: own[owner]!, taken, limit, isAlone: owners === 1 })) continue;
      own[owner]! += 1;
      isOpen = true;
    }
  }
  return own;
}

test('who is alone takes all', () => {
  expect([fill(1, 32), fill(1, 1)]).toEqual([[32], [1]]);
});

test('two who want all get a third each, and leave a third; so on with more', () => {
  expect([fill(2, 32), fill(3, 32), fill(4, 4)]).toEqual([
    [11, 11],
    [8, 8, 8],
    [1, 1, 1, 1],
  ]);
});

test('one that comes first gets half, and everybody else still gets in', () => {
  let own = 0;
  while (mayTakePlace({ own, taken: own, limit: 32, isAlone: false })) own += 1;
  expect(own).toBe(16);
  expect(mayTakePlace({ own: 0, taken: own, limit: 32, isAlone: false })).toBe(true);
});

test('nobody gets a place that is not there', () => {
  expect(mayTakePlace({ own: 0, taken: 4, limit: 4, isAlone: false })).toBe(false);
  // After the limit was lowered.
  expect(mayTakePlace({ own: 0, taken: 5, limit: 4, isAlone: true })).toBe(false);
});
