import { expect, test } from 'vitest';
import { RecentChanges } from './recent-changes.ts';

test('only what was heard of a row after the mark counts as its change', () => {
  const changes = new RecentChanges();
  changes.note(1);
  const mark = changes.mark();
  changes.note(2);
  expect([changes.mayHaveChanged(1, mark), changes.mayHaveChanged(2, mark), changes.mayHaveChanged(2, changes.mark())]).toEqual([
    false,
    true,
    false,
  ]);
});

test('what may have been missed, or is not known any more, counts as a change of every row', () => {
  const changes = new RecentChanges();
  const first = changes.mark();
  changes.noteGap();
  expect([changes.mayHaveChanged(1, first), changes.mayHaveChanged(1, changes.mark())]).toEqual([true, false]);
  const second = changes.mark();
  for (let id = 1; id <= 1000; id += 1) changes.note(id);
  expect([changes.mayHaveChanged(2000, second), changes.mayHaveChanged(1, second)]).toEqual([false, true]);
  changes.note(1001);
  expect([changes.mayHaveChanged(2000, second), changes.mayHaveChanged(2000, changes.mark())]).toEqual([true, false]);
});
