import type { LineScores } from './line-scores.ts';
import type { PatternGraph } from './pattern-graph.ts';

/** What an alignment must reach to be wanted; natural logarithms. */
export type Wanted = {
  /** The sum of all its costs, at least. */
  readonly cost: number;
  /** The cost of each character that counts, at least. */
  readonly worst: number;
};

const never = Number.NEGATIVE_INFINITY;
/** Sums in another order differ by less than this. */
const rounding = 1e-6;

/**
 * The edges of a pattern that lie on a way whose costs may add up to what is wanted, in their own
 * order: each character is taken for as probable as it is anywhere on the line, whatever stands
 * between them, so that no way costs less. Of most lines nothing is left, at a small part of the
 * price of an alignment.
 *
 * @returns undefined where no way is left
 */
export function listPossibleEdges(scores: LineScores, graph: PatternGraph, wanted: Wanted): number[] | undefined {
  const { nodes, end, edges, order, begun, listOf } = graph;
  const seen = measureLists(scores.peaks(), graph.lists);
  const ahead = new Float64Array(nodes).fill(never);
  const legible = new Float64Array(nodes).fill(never);
  ahead[0] = 0;
  legible[0] = 0;
  for (const index of order) {
    const { from, to, cost, counts } = edges[index]!;
    const most = seen[listOf[index]!]!;
    const step = begun[index]! + most;
    if (ahead[from]! + step > ahead[to]!) ahead[to] = ahead[from]! + step;
    const isLegible = !counts || most + cost >= wanted.worst - rounding;
    if (isLegible && legible[from]! + step > legible[to]!) legible[to] = legible[from]! + step;
  }
  const least = wanted.cost - rounding;
  if (legible[end]! === never || legible[end]! < least) return undefined;
  const behind = new Float64Array(nodes).fill(never);
  behind[end] = 0;
  for (let at = order.length - 1; at >= 0; at--) {
    const index = order[at]!;
    const { from, to } = edges[index]!;
    const rest = behind[to]! + begun[index]! + seen[listOf[index]!]!;
    if (rest > behind[from]!) behind[from] = rest;
  }
  const possible: number[] = [];
  for (const [index, { from, to }] of edges.entries())
    if (ahead[from]! + begun[index]! + seen[listOf[index]!]! + behind[to]! >= least) possible.push(index);
  return possible;
}

/** How probable the best of each list's classes is where it is seen best. */
function measureLists(peaks: Float64Array, lists: PatternGraph['lists']): Float64Array {
  const most = new Float64Array(lists.length);
  for (let id = 0; id < lists.length; id++) {
    let best = never;
    for (const index of lists[id]!) if (peaks[index]! > best) best = peaks[index]!;
    most[id] = best;
  }
  return most;
}
