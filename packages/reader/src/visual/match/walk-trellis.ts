import { blockSize } from './block-peaks.ts';
import type { Trellis } from './build-trellis.ts';
import type { LineScores } from './line-scores.ts';

const never = Number.NEGATIVE_INFINITY;

/** The last step of a way through a trellis, its state there, and what all of it costs. */
export type TrellisEnd = { readonly cost: number; readonly step: number; readonly state: number };

/**
 * What the best way to each state costs at a step, and a bit for each state that one leads to: few
 * of many states are open.
 */
type Front = { readonly costs: Float64Array; readonly open: Int32Array };

/** A step of a line, and what ways must still be able to reach there. */
type Step = { readonly step: number; readonly blank: number; readonly rest: Float64Array; readonly least: number };

/**
 * The best way through the states of connectionist temporal classification: a blank at each node of
 * a pattern, then its edges. Fills `back` with a row for each step: the state before each one on
 * the best way to it. Of ways that cost the same the one that stays in its state is taken, then the
 * one from the first state.
 *
 * @param least what the costs of a way add up to at least: ways that cannot reach it are left
 */
export function walkTrellis(trellis: Trellis, { steps, blank }: LineScores, back: Int32Array, least: number): TrellisEnd | undefined {
  const { nodes, edges, seen, isLast, rest } = trellis;
  const states = nodes + edges.length;
  let [before, after] = [makeFront(states), makeFront(states)];
  let best: TrellisEnd | undefined;
  for (let step = 0; step < steps; step++) {
    // Before the pattern begins, anything may stand.
    before.costs[0] = 0;
    openState(before.open, 0);
    takeStep(trellis, before, after, back, { step, blank: blank[step]!, rest: rest[Math.floor(step / blockSize)]!, least });
    const { costs, open } = after;
    for (let word = nodes >> 5; word < open.length; word++) {
      for (let left = open[word]!; left !== 0; left &= left - 1) {
        const state = lowestOf(word, left);
        if (state < nodes) continue;
        const cost = costs[state]! + seen[state - nodes]![step]!;
        costs[state] = cost;
        // Of ways that cost the same the longest: a character is seen for as long as it is there.
        if (isLast[state - nodes] === 1 && cost >= (best?.cost ?? never)) best = { cost, step, state };
      }
    }
    [before, after] = [after, before];
  }
  return best;
}

function makeFront(states: number): Front {
  return { costs: new Float64Array(states).fill(never), open: new Int32Array((states >> 5) + 1) };
}

function openState(open: Int32Array, state: number): void {
  open[state >> 5]! |= 1 << (state & 31);
}

/** The first of the states whose bits are left in a word of 32. */
function lowestOf(word: number, left: number): number {
  return 32 * word + 31 - Math.clz32(left & -left);
}

/**
 * Goes on from all open states, in their order, and closes them: from a blank to another one, or to
 * the character of an edge behind it; from a character to itself, to a blank, or at once to the
 * next one, which is another letter.
 */
function takeStep(trellis: Trellis, before: Front, after: Front, back: Int32Array, at: Step): void {
  const { nodes, to, letterOf } = trellis;
  const { step, blank, rest, least } = at;
  const { costs, open } = after;
  const row = step * rest.length;
  for (let word = 0; word < before.open.length; word++) {
    for (let left = before.open[word]!; left !== 0; left &= left - 1) {
      const state = lowestOf(word, left);
      const cost = before.costs[state]!;
      before.costs[state] = never;
      if (cost + rest[state]! < least) continue;
      const edge = state - nodes;
      const node = edge < 0 ? state : to[edge]!;
      if (edge >= 0 && cost >= costs[state]!) {
        costs[state] = cost;
        back[row + state] = state;
        openState(open, state);
      }
      if (cost + blank > costs[node]! && cost + blank + rest[node]! >= least) {
        costs[node] = cost + blank;
        back[row + node] = state;
        openState(open, node);
      }
      enterEdges(trellis, node, edge < 0 ? noLetter : letterOf[edge]!, state, cost, after, back, at);
    }
    before.open[word] = 0;
  }
}

const noLetter = -1;

/** Begins the characters behind a node, but for one letter, from a state that costs so much. */
function enterEdges(
  { nodes, firstOf, leaving, letterOf, begun, seen }: Trellis,
  node: number,
  letter: number,
  state: number,
  cost: number,
  { costs, open }: Front,
  back: Int32Array,
  { step, rest, least }: Step,
): void {
  const row = step * rest.length;
  for (let index = firstOf[node]!; index < firstOf[node + 1]!; index++) {
    const edge = leaving[index]!;
    const next = nodes + edge;
    const entered = cost + begun[edge]!;
    if (entered <= costs[next]! || entered + seen[edge]![step]! + rest[next]! < least || letterOf[edge] === letter) continue;
    costs[next] = entered;
    back[row + next] = state;
    openState(open, next);
  }
}
