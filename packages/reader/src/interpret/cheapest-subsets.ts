/** Something that may be chosen, for a price; at most one of those with the same `slot`. */
export type Option = { readonly slot: number; readonly cost: number };

type State = { readonly cost: number; readonly last: number; readonly chosen: readonly number[] };

/**
 * Sets of options by rising total cost, the empty set first, each as indexes into `options`.
 *
 * @param options by rising cost
 */
export function* cheapestSubsets(options: readonly Option[], mostCost: number, mostSets: number): Generator<readonly number[]> {
  const waiting: State[] = [{ cost: 0, last: -1, chosen: [] }];
  for (let found = 0; found < mostSets; ) {
    const state = waiting.shift();
    if (state === undefined) return;
    if (areCompatible(options, state.chosen)) {
      found++;
      yield state.chosen;
    }
    const next = options[state.last + 1];
    if (next === undefined) continue;
    // Each set has one way to come about: its last option is moved on by one, or the one after it joins.
    const previous = options[state.last];
    const rest = state.chosen.slice(0, -1);
    insert(waiting, { cost: state.cost + next.cost, last: state.last + 1, chosen: [...state.chosen, state.last + 1] }, mostCost);
    if (previous)
      insert(waiting, { cost: state.cost - previous.cost + next.cost, last: state.last + 1, chosen: [...rest, state.last + 1] }, mostCost);
  }
}

function areCompatible(options: readonly Option[], chosen: readonly number[]): boolean {
  return new Set(chosen.map((index) => options[index]?.slot)).size === chosen.length;
}

function insert(waiting: State[], state: State, mostCost: number): void {
  if (state.cost > mostCost) return;
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((waiting[middle] as State).cost <= state.cost) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, state);
}
