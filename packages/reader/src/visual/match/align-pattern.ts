import { characterOf } from '../recognise/text-alphabet.ts';
import type { LineScores } from './line-scores.ts';
import type { PatternEdge, TextPattern } from './text-pattern.ts';

/** A character of what was found, and what it costs to see it there. */
export type AlignedCharacter = {
  readonly character: string;
  /**
   * How much less probable it is than what the recogniser sees there by itself, as a natural
   * logarithm: 0 where that is the same.
   */
  readonly cost: number;
  /** How much of what the pattern allows there is this character, 0 to 1: accents, case. */
  readonly share: number;
  readonly counts: boolean;
  readonly from: number;
  readonly to: number;
};

/** Where a pattern is found in a line: steps, and its most probable spelling. */
export type Alignment = {
  readonly from: number;
  readonly to: number;
  /** Sum of all costs, at most 0. */
  readonly cost: number;
  readonly characters: readonly AlignedCharacter[];
};

const never = Number.NEGATIVE_INFINITY;
/** Of spellings that cost the same the longer one is printed: `KVK /F`, not its last three. */
const longer = 1e-3;

/**
 * The states of connectionist temporal classification: a blank at each node of a pattern, then the
 * pattern's edges. `costs` and `back` have a row for each step: what the best way to a state costs,
 * and the state before it on that way.
 */
type Trellis = { readonly states: number; readonly costs: Float64Array; readonly back: Int32Array };

/**
 * The place of a line at which a pattern is most probable, beside the recogniser's own best path:
 * the Viterbi algorithm over the states of connectionist temporal classification (Graves 2006) of
 * all spellings at once. What stands before and behind costs nothing.
 *
 * @returns undefined for a line that is too short for it
 */
export function alignPattern(scores: LineScores, pattern: TextPattern): Alignment | undefined {
  const { nodes, edges, end } = pattern;
  const states = nodes + edges.length;
  const trellis = { states, costs: new Float64Array(scores.steps * states), back: new Int32Array(scores.steps * states) };
  const ways = listWays(nodes, edges);
  const seen = edges.map((edge) => scores.best(edge.classes));
  const start = new Float64Array(states).fill(never);
  for (let step = 0; step < scores.steps; step++) {
    const before = step === 0 ? start : trellis.costs.subarray((step - 1) * states, step * states);
    stayAtNodes(trellis, step, before, scores.blank[step]!, ways.into);
    for (let index = 0; index < edges.length; index++)
      followEdge(trellis, step, before, nodes, index, edges[index]!, ways.before[index]!, seen[index]![step]!);
  }
  const best = findEnd(trellis, scores.steps, nodes, ways.into[end]!);
  return best && trace(best, scores, pattern, trellis);
}

type Ways = {
  /** Edges that lead to a node. */
  readonly into: readonly (readonly number[])[];
  /** Edges that may come right before an edge, without a blank between them. */
  readonly before: readonly (readonly number[])[];
};

function listWays(nodes: number, edges: readonly PatternEdge[]): Ways {
  const into: number[][] = Array.from({ length: nodes }, () => []);
  for (const [index, edge] of edges.entries()) into[edge.to]!.push(index);
  const before = edges.map((edge) => into[edge.from]!.filter((other) => edges[other]!.letter !== edge.letter));
  return { into, before };
}

/** The blank between what leads to each node and what leaves it. */
function stayAtNodes({ states, costs, back }: Trellis, step: number, before: Float64Array, blank: number, into: Ways['into']): void {
  const at = step * states;
  for (let node = 0; node < into.length; node++) {
    // Before the pattern begins, anything may stand.
    let cost = node === 0 ? 0 : before[node]! + blank;
    let from = node;
    for (const edge of into[node]!) {
      const passed = before[into.length + edge]! + blank;
      if (passed > cost) [cost, from] = [passed, into.length + edge];
    }
    costs[at + node] = cost;
    back[at + node] = from;
  }
}

/** An edge's character: seen for longer, after a blank, or right after the character before it. */
function followEdge(
  { states, costs, back }: Trellis,
  step: number,
  before: Float64Array,
  nodes: number,
  index: number,
  edge: PatternEdge,
  previous: readonly number[],
  seen: number,
): void {
  const state = nodes + index;
  let cost = before[state]!;
  let from = state;
  const begun = edge.cost + (edge.counts ? longer : 0);
  const entered = (edge.from === 0 ? 0 : before[edge.from]!) + begun;
  if (entered > cost) [cost, from] = [entered, edge.from];
  for (const other of previous) {
    const passed = before[nodes + other]! + begun;
    if (passed > cost) [cost, from] = [passed, nodes + other];
  }
  costs[step * states + state] = cost + seen;
  back[step * states + state] = from;
}

type End = { readonly cost: number; readonly step: number; readonly state: number };

function findEnd({ states, costs }: Trellis, steps: number, nodes: number, last: readonly number[]): End | undefined {
  let best: End | undefined;
  for (let step = 0; step < steps; step++) {
    for (const edge of last) {
      const cost = costs[step * states + nodes + edge]!;
      // Of ways that cost the same the longest: a character is seen for as long as it is there.
      if (cost > never && cost >= (best?.cost ?? never)) best = { cost, step, state: nodes + edge };
    }
  }
  return best;
}

function trace(end: End, scores: LineScores, { nodes, edges }: TextPattern, { states, back }: Trellis): Alignment {
  const characters: AlignedCharacter[] = [];
  let [step, state] = [end.step, end.state];
  // Blanks belong to the character after them.
  let blanks = 0;
  while (step >= 0 && state !== 0) {
    const last = step;
    const current: number = state;
    while (step >= 0 && state === current) state = back[step-- * states + current]!;
    if (current < nodes) {
      for (let at = step + 1; at <= last; at++) blanks += scores.blank[at]!;
      continue;
    }
    characters.unshift(describeCharacter(edges[current - nodes]!, scores, step + 1, last + 1, blanks));
    blanks = 0;
  }
  return { from: characters[0]?.from ?? 0, to: end.step + 1, cost: end.cost, characters };
}

function describeCharacter(
  { classes, cost, printed, counts }: PatternEdge,
  scores: LineScores,
  from: number,
  to: number,
  blanks: number,
): AlignedCharacter {
  const sums = classes.map((index) => {
    let sum = 0;
    for (let step = from; step < to; step++) sum += scores.at(step, index);
    return sum;
  });
  const top = Math.max(...sums);
  const seen = scores
    .best(classes)
    .subarray(from, to)
    .reduce((sum, value) => sum + value, 0);
  return {
    character: printed ?? characterOf(classes[sums.indexOf(top)]!),
    cost: seen + cost + blanks,
    share: printed === undefined ? 1 / sums.reduce((sum, value) => sum + Math.exp(value - top), 0) : 1,
    counts,
    from,
    to,
  };
}
