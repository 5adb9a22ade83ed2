import type { LineScores } from './line-scores.ts';
import type { PatternGraph } from './pattern-graph.ts';

/** What an alignment must reach to be wanted; natural logarithms. */
export type Wanted = {
  /** The sum of all its costs is this at least, and so much more for each character that counts. */
  readonly cost: number;
  readonly perCharacter: number;
  /** The cost of each character that counts, at least. */
  readonly worst: number;
};

/** Any alignment at all. */
export const anything: Wanted = Object.freeze({ cost: Number.NEGATIVE_INFINITY, perCharacter: 0, worst: Number.NEGATIVE_INFINITY });

/** Whether the same alignments are wanted. */
export function isAlike(a: Wanted, b: Wanted): boolean {
  return a.cost === b.cost && a.perCharacter === b.perCharacter && a.worst === b.worst;
}

const never = Number.NEGATIVE_INFINITY;
/** Sums in another order differ by less than this. */
export const rounding = 1e-6;

/**
 * 1 for each edge of a pattern among which the most probable alignment lies, if it is a wanted one.
 * Each character is taken for as probable as it is anywhere on the line, whatever stands between
 * them, so that no way costs less; and they must follow each other. Of most lines nothing is left,
 * at a small part of the price of an alignment.
 *
 * @returns undefined where no alignment is wanted
 */
export function findPossible(scores: LineScores, graph: PatternGraph, wanted: Wanted): Uint8Array | undefined {
  const { begun, counted, end } = graph;
  const seen = measureEdges(scores.peaks(), graph);
  const isLegible = findLegible(seen, graph, wanted);
  const gains = new Float64Array(seen.length);
  for (let index = 0; index < gains.length; index++) gains[index] = seen[index]! + begun[index]! - counted[index]! * wanted.perCharacter;
  const ahead = sumAhead(gains, graph, isLegible);
  const gain = ahead[end]!;
  if (gain === never || gain < wanted.cost - rounding) return undefined;
  const isWanted = findEdges(gains, ahead, sumBehind(gains, graph, isLegible), graph, wanted.cost, isLegible);
  if (wanted.worst > never && !followEachOther(scores, graph, isWanted, wanted.worst)) return undefined;
  const characters = sumAhead(counted, graph, isWanted)[end]!;
  const costs = new Float64Array(seen.length);
  for (let index = 0; index < costs.length; index++) costs[index] = seen[index]! + begun[index]!;
  return findEdges(costs, sumAhead(costs, graph), sumBehind(costs, graph), graph, wanted.cost + wanted.perCharacter * characters);
}

/** How probable the best of each edge's classes is where it is seen best. */
function measureEdges(peaks: Float64Array, { lists, listOf }: PatternGraph): Float64Array {
  const most = new Float64Array(lists.length);
  for (let at = 0; at < most.length; at++) {
    const list = lists[at]!;
    let best = never;
    for (let index = 0; index < list.length; index++) if (peaks[list[index]!]! > best) best = peaks[list[index]!]!;
    most[at] = best;
  }
  const seen = new Float64Array(listOf.length);
  for (let index = 0; index < seen.length; index++) seen[index] = most[listOf[index]!]!;
  return seen;
}

/** 1 for each edge whose character may be legible enough. */
function findLegible(seen: Float64Array, { edges, counted }: PatternGraph, { worst }: Wanted): Uint8Array {
  const isLegible = new Uint8Array(seen.length);
  for (let index = 0; index < seen.length; index++) {
    if (counted[index] === 0 || seen[index]! + edges[index]!.cost >= worst - rounding) isLegible[index] = 1;
  }
  return isLegible;
}

/** The most that edges add up to, from the beginning of a pattern to each of its nodes. */
function sumAhead(gains: Float64Array, { nodes, order, from, to }: PatternGraph, isIn?: Uint8Array): Float64Array {
  const sums = new Float64Array(nodes).fill(never);
  sums[0] = 0;
  for (let at = 0; at < order.length; at++) {
    const index = order[at]!;
    if (isIn && isIn[index] === 0) continue;
    const sum = sums[from[index]!]! + gains[index]!;
    if (sum > sums[to[index]!]!) sums[to[index]!] = sum;
  }
  return sums;
}

/** The same from each of its nodes to the end. */
function sumBehind(gains: Float64Array, { nodes, end, order, from, to }: PatternGraph, isIn?: Uint8Array): Float64Array {
  const sums = new Float64Array(nodes).fill(never);
  sums[end] = 0;
  for (let at = order.length - 1; at >= 0; at--) {
    const index = order[at]!;
    if (isIn && isIn[index] === 0) continue;
    const sum = sums[to[index]!]! + gains[index]!;
    if (sum > sums[from[index]!]!) sums[from[index]!] = sum;
  }
  return sums;
}

/**
 * 1 for each edge on a way whose edges add up to what is wanted.
 *
 * @param ahead what they add up to, from the beginning to each node
 * @param behind the same from each node to the end
 */
function findEdges(
  gains: Float64Array,
  ahead: Float64Array,
  behind: Float64Array,
  { from, to }: PatternGraph,
  least: number,
  isIn?: Uint8Array,
): Uint8Array {
  const isOnWay = new Uint8Array(gains.length);
  for (let index = 0; index < gains.length; index++) {
    if (isIn && isIn[index] === 0) continue;
    if (ahead[from[index]!]! + (behind[to[index]!]! + gains[index]!) >= least - rounding) isOnWay[index] = 1;
  }
  return isOnWay;
}

/** Whether characters that are legible enough stand one behind the other along some way. */
function followEachOther(scores: LineScores, { nodes, end, order, edges }: PatternGraph, isIn: Uint8Array, worst: number): boolean {
  const { steps } = scores;
  // The first step behind the earliest place of what leads to each node.
  const free = new Int32Array(nodes).fill(steps + 1);
  free[0] = 0;
  for (let at = 0; at < order.length; at++) {
    const index = order[at]!;
    const { from, to, counts, cost, classes } = edges[index]!;
    if (isIn[index] === 0 || free[from]! >= free[to]! - 1) continue;
    let step = free[from]!;
    if (counts) {
      const best = scores.best(classes);
      while (step < steps && best[step]! + cost < worst - rounding) step++;
    }
    if (step < steps && step + 1 < free[to]!) free[to] = step + 1;
  }
  return free[end]! <= steps;
}
