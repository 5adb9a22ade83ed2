/** An option with a cost. A set holds at most one option of each `group`. */
export type Option = { readonly group: number; readonly cost: number };

type State = { readonly cost: number; readonly last: number; readonly chosen: readonly number[] };

/**
 * Enumerates sets of options by rising total cost, starting with the empty set; each is a list of
 * indexes into `options`.
 *
 * @param options by rising cost
 */
export function* cheapestSubsets(options: readonly Option[], maxCost: number, maxSets: number): Generator<readonly number[]> {
  const waiting: State[] = [{ cost: 0, last: -1, chosen: [] }];
  for (let found = 0; found < maxSets; ) {
    const state = waiting.shift();
    if (state === undefined) return;
    found++;
    yield state.chosen;
    // Every set arises in exactly one way: its last option moves to the next one, or a later one
    // joins. Options of the same group never meet: a group of many cheap ones would make far too
    // many sets.
    const rest = state.chosen.slice(0, -1);
    const joining = nextBeside(options, state.chosen, state.last + 1);
    const moving = nextBeside(options, rest, state.last + 1);
    const joiner = options[joining];
    const mover = options[moving];
    const previous = options[state.last];
    if (joiner) insert(waiting, { cost: state.cost + joiner.cost, last: joining, chosen: [...state.chosen, joining] }, maxCost);
    if (mover && previous)
      insert(waiting, { cost: state.cost - previous.cost + mover.cost, last: moving, chosen: [...rest, moving] }, maxCost);
  }
}

/** The first option from `from` on that shares no group with the chosen ones. */
function nextBeside(options: readonly Option[], chosen: readonly number[], from: number): number {
  const groups = new Set(chosen.map((index) => options[index]?.group));
  let next = from;
  while (next < options.length && groups.has(options[next]!.group)) next++;
  return next;
}

function insert(waiting: State[], state: State, maxCost: number): void {
  if (state.cost > maxCost) return;
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const centre = (low + high) >> 1;
    if (waiting[centre]!.cost <= state.cost) low = centre + 1;
    else high = centre;
  }
  waiting.splice(low, 0, state);
}
