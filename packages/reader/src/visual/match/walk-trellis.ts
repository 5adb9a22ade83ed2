import type { Trellis } from './build-trellis.ts';
import type { LineScores } from './line-scores.ts';

const never = Number.NEGATIVE_INFINITY;

/** The last step of a way through a trellis, its state there, and what all of it costs. */
export type TrellisEnd = { readonly cost: number; readonly step: number; readonly state: number };

/**
 * Fills `back` with a row for each step: the state before each one on the best way to it. Ways that
 * cost more than `least` are left, and few of all others go on at any step.
 */
export function walkTrellis(trellis: Trellis, { steps, blank }: LineScores, back: Int32Array, least: number): TrellisEnd | undefined {
  const { nodes, last, seen } = trellis;
  const states = nodes + seen.length;
  let before = new Float64Array(states).fill(never);
  let costs = new Float64Array(states);
  let best: TrellisEnd | undefined;
  for (let step = 0; step < steps; step++) {
    costs.fill(never);
    // Before the pattern begins, anything may stand.
    before[0] = 0;
    leaveNodes(trellis, step * states, before, costs, back, blank[step]!, least);
    leaveEdges(trellis, step * states, before, costs, back, blank[step]!, least);
    for (let edge = 0; edge < seen.length; edge++) if (costs[nodes + edge]! > never) costs[nodes + edge]! += seen[edge]![step]!;
    for (const edge of last) {
      const cost = costs[nodes + edge]!;
      // Of ways that cost the same the longest: a character is seen for as long as it is there.
      if (cost > never && cost >= (best?.cost ?? never)) best = { cost, step, state: nodes + edge };
    }
    [before, costs] = [costs, before];
  }
  return best;
}

/** From the blank at each node: another one, or the character of an edge behind it. */
function leaveNodes(
  { nodes, leaving, begun }: Trellis,
  at: number,
  before: Float64Array,
  costs: Float64Array,
  back: Int32Array,
  blank: number,
  least: number,
): void {
  for (let node = 0; node < nodes; node++) {
    const cost = before[node]!;
    if (cost < least) continue;
    costs[node] = cost + blank;
    back[at + node] = node;
    const edges = leaving[node]!;
    for (let index = 0; index < edges.length; index++) {
      const edge = edges[index]!;
      const entered = cost + begun[edge]!;
      if (entered <= costs[nodes + edge]!) continue;
      costs[nodes + edge] = entered;
      back[at + nodes + edge] = node;
    }
  }
}

/** From each edge's character: seen for longer, a blank behind it, or at once the next one. */
function leaveEdges(
  { nodes, to, behind, begun }: Trellis,
  at: number,
  before: Float64Array,
  costs: Float64Array,
  back: Int32Array,
  blank: number,
  least: number,
): void {
  for (let state = nodes; state < before.length; state++) {
    const cost = before[state]!;
    if (cost < least) continue;
    if (cost >= costs[state]!) {
      costs[state] = cost;
      back[at + state] = state;
    }
    const node = to[state - nodes]!;
    if (cost + blank > costs[node]!) {
      costs[node] = cost + blank;
      back[at + node] = state;
    }
    const edges = behind[state - nodes]!;
    for (let index = 0; index < edges.length; index++) {
      const next = nodes + edges[index]!;
      const passed = cost + begun[next - nodes]!;
      if (passed <= costs[next]!) continue;
      costs[next] = passed;
      back[at + next] = state;
    }
  }
}
