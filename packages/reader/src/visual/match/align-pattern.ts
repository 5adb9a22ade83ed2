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

/**
 * The place of a line at which a pattern is most probable, beside the recogniser's own best path:
 * the Viterbi algorithm over the states of connectionist temporal classification (Graves 2006) of
 * all spellings at once. What stands before and behind costs nothing.
 *
 * @returns undefined for a line that is too short for it
 */
export function alignPattern(scores: LineScores, { nodes, end, edges }: TextPattern): Alignment | undefined {
  const { steps } = scores;
  const states = nodes + edges.length;
  const seen = edges.map((edge) => scores.best(edge.classes));
  const ways = listWays(nodes, edges);
  let before = new Float64Array(states).fill(never);
  let now = new Float64Array(states);
  const back = new Int32Array(steps * states);
  let best = { cost: never, step: -1, state: -1 };
  for (let step = 0; step < steps; step++) {
    const blank = scores.blank[step]!;
    for (let node = 0; node < nodes; node++) {
      // Before the pattern begins, anything may stand.
      let value = node === 0 ? 0 : before[node]! + blank;
      let from = node;
      for (const edge of ways.into[node]!) {
        const other = before[nodes + edge]! + blank;
        if (other > value) [value, from] = [other, nodes + edge];
      }
      now[node] = value;
      back[step * states + node] = from;
    }
    for (let index = 0; index < edges.length; index++) {
      const edge = edges[index]!;
      let value = before[nodes + index]!;
      let from = nodes + index;
      const entered = (edge.from === 0 ? 0 : before[edge.from]!) + edge.cost;
      if (entered > value) [value, from] = [entered, edge.from];
      for (const other of ways.before[index]!) {
        const passed = before[nodes + other]! + edge.cost;
        if (passed > value) [value, from] = [passed, nodes + other];
      }
      now[nodes + index] = value + seen[index]![step]!;
      back[step * states + nodes + index] = from;
    }
    for (const edge of ways.into[end]!) {
      const cost = now[nodes + edge]!;
      if (cost > best.cost) best = { cost, step, state: nodes + edge };
    }
    [before, now] = [now, before];
  }
  if (best.cost === never) return undefined;
  return trace(best, scores, nodes, edges, back);
}

type Ways = {
  /** Edges that lead to a node. */
  readonly into: readonly (readonly number[])[];
  /** Edges that may come right before an edge, without a blank between them. */
  readonly before: readonly (readonly number[])[];
};

function listWays(nodes: number, edges: readonly PatternEdge[]): Ways {
  const into: number[][] = Array.from({ length: nodes }, () => []);
  edges.forEach((edge, index) => into[edge.to]!.push(index));
  const before = edges.map((edge) => into[edge.from]!.filter((other) => edges[other]!.letter !== edge.letter));
  return { into, before };
}

type Found = { readonly cost: number; readonly step: number; readonly state: number };

function trace(best: Found, scores: LineScores, nodes: number, edges: readonly PatternEdge[], back: Int32Array): Alignment {
  const states = nodes + edges.length;
  const characters: AlignedCharacter[] = [];
  let [step, state] = [best.step, best.state];
  // Blanks between characters belong to the one before them.
  let blanks = 0;
  while (step >= 0 && state !== 0) {
    const index = state - nodes;
    const to = step + 1;
    let cost = blanks;
    blanks = 0;
    if (index < 0) {
      blanks = cost + scores.blank[step]!;
      state = back[step * states + state]!;
      step--;
      continue;
    }
    const edge = edges[index]!;
    const sums = new Float64Array(edge.classes.length);
    let from = state;
    while (step >= 0 && from === state) {
      edge.classes.forEach((index, position) => {
        sums[position]! += scores.at(step, index);
      });
      cost += scores.best(edge.classes)[step]!;
      from = back[step * states + state]!;
      step--;
    }
    const top = Math.max(...sums);
    const seen = edge.printed ?? characterOf(edge.classes[sums.indexOf(top)]!);
    const share = edge.printed === undefined ? 1 / sums.reduce((sum, value) => sum + Math.exp(value - top), 0) : 1;
    characters.unshift({ character: seen, cost: cost + edge.cost, share, counts: edge.counts, from: step + 1, to });
    state = from;
  }
  return { from: characters[0]?.from ?? 0, to: best.step + 1, cost: best.cost, characters };
}
