import { describe, expect, it } from 'vitest';
import { cheapestSubsets, type Option } from './cheapest-subsets.ts';

const option = (group: number, cost: number): Option => ({ group, cost });
const costOf = (options: readonly Option[], chosen: readonly number[]): number =>
  chosen.reduce((sum, index) => sum + options[index]!.cost, 0);

describe('cheapestSubsets', () => {
  it('lists every allowed set once, cheapest first', () => {
    const options = [option(0, 1), option(1, 2), option(0, 2.5), option(2, 4)];
    const sets = [...cheapestSubsets(options, 100, 100)];
    // CharacterPosteriors 0 (two options), 1 and 2: 3 x 2 x 2 sets.
    expect(sets.map((set) => set.join(' '))).toEqual(['', '0', '1', '2', '0 1', '3', '1 2', '0 3', '1 3', '2 3', '0 1 3', '1 2 3']);
    const costs = sets.map((set) => costOf(options, set));
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });

  it('stops at the highest cost and at the number of sets', () => {
    const options = [option(0, 1), option(1, 2), option(2, 4)];
    expect([...cheapestSubsets(options, 3, 100)]).toEqual([[], [0], [1], [0, 1]]);
    expect([...cheapestSubsets(options, 100, 2)]).toEqual([[], [0]]);
  });

  it('does not count what a group full of equally cheap options would make together', () => {
    const options = Array.from({ length: 80 }, (_, index) => option(index % 2, 1));
    expect([...cheapestSubsets(options, 100, 10_000)]).toHaveLength(1 + 80 + 40 * 40);
  });

  it('gives the empty set when there is nothing to choose', () => {
    expect([...cheapestSubsets([], 1, 5)]).toEqual([[]]);
  });
});
