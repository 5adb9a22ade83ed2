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
    found++;
    yield state.chosen;
    // Each set has one way to come about: its last option is moved on to the next one, or one after it joins; two of one slot never meet, or
    // a slot full of equally cheap options would make more sets than anybody can wait for.
    const rest = state.chosen.slice(0, -1);
    const joining = nextBeside(options, state.chosen, state.last + 1);
    const moving = nextBeside(options, rest, state.last + 1);
    const joiner = options[joining];
    const mover = options[moving];
    const previous = options[state.last];
    if (joiner) insert(waiting, { cost: state.cost + joiner.cost, last: joining, chosen: [...state.chosen, joining] }, mostCost);
    if (mover && previous)
      insert(waiting, { cost: state.cost - previous.cost + mover.cost, last: moving, chosen: [...rest, moving] }, mostCost);
  }
}

/** The first option from `from` on whose slot none of the chosen ones has. */
function nextBeside(options: readonly Option[], chosen: readonly number[], from: number): number {
  const slots = new Set(chosen.map((index) => options[index]?.slot));
  let next = from;
  while (next < options.length && slots.has((options[next] as Option).slot)) next++;
  return next;
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
