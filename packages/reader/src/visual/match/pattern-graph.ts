import { onceFor } from '../once-for.ts';
import type { PatternEdge, TextPattern } from './text-pattern.ts';

/** Of spellings that cost the same the longer one is printed: `KVK /F`, not its last three. */
export const longer = 1e-3;

/** A pattern in the form in which lines are compared with it. */
export type PatternGraph = {
  readonly nodes: number;
  readonly end: number;
  readonly edges: readonly PatternEdge[];
  /** The nodes that each edge leads from and to, and 1 for each that counts, else 0. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly counted: Float64Array;
  /** What it costs to enter each edge, whatever is seen there. */
  readonly begun: Float64Array;
  /** The lists of classes that edges have, each once, and which of them each edge has. */
  readonly lists: readonly (readonly number[])[];
  readonly listOf: Int32Array;
  /** Edges with the same number here may not follow each other without a blank. */
  readonly letterOf: Int32Array;
  /** All edges, those that lead to a node before those that leave it. */
  readonly order: Int32Array;
  /** Characters that count in the longest spelling, and in the shortest. */
  readonly mostCounted: number;
  readonly leastCounted: number;
};

/** The graph of a pattern. */
export const graphOf = onceFor(compile);

function compile({ nodes, end, edges }: TextPattern): PatternGraph {
  const count = edges.length;
  const [from, to, listOf, letterOf] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [counted, begun] = [new Float64Array(count), new Float64Array(count)];
  const lists = new Map<readonly number[], number>();
  const letters = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const edge = edges[index]!;
    from[index] = edge.from;
    to[index] = edge.to;
    counted[index] = edge.counts ? 1 : 0;
    begun[index] = edge.cost + (edge.counts ? longer : 0);
    listOf[index] = numberOf(edge.classes, lists);
    letterOf[index] = numberOf(edge.letter, letters);
  }
  const order = sortEdges(nodes, to, listLeaving(nodes, from));
  const mostCounted = countCharacters(nodes, { from, to, counted, order }, Math.max)[end]!;
  const leastCounted = countCharacters(nodes, { from, to, counted, order }, Math.min)[end]!;
  return { nodes, end, edges, from, to, counted, begun, lists: [...lists.keys()], listOf, letterOf, order, mostCounted, leastCounted };
}

/** The number of a thing, from 0 in the order in which things are first met. */
function numberOf<T>(thing: T, known: Map<T, number>): number {
  const number = known.get(thing) ?? known.size;
  known.set(thing, number);
  return number;
}

/** The edges that leave each node, one node's behind the other's, and where each node's begin. */
export type Leaving = { readonly leaving: Int32Array; readonly firstOf: Int32Array };

/** Edges by the nodes that they leave, in their own order. */
export function listLeaving(nodes: number, from: Int32Array): Leaving {
  const firstOf = new Int32Array(nodes + 1);
  for (let index = 0; index < from.length; index++) firstOf[from[index]! + 1]!++;
  for (let node = 0; node < nodes; node++) firstOf[node + 1]! += firstOf[node]!;
  const leaving = new Int32Array(from.length);
  const next = firstOf.slice(0, nodes);
  for (let index = 0; index < from.length; index++) leaving[next[from[index]!]!++] = index;
  return { leaving, firstOf };
}

/** Edges in topological order of their nodes: no way through a pattern leads back. */
function sortEdges(nodes: number, to: Int32Array, { leaving, firstOf }: Leaving): Int32Array {
  const open = new Int32Array(nodes);
  for (let index = 0; index < to.length; index++) open[to[index]!]!++;
  const ready: number[] = [];
  for (let node = 0; node < nodes; node++) if (open[node] === 0) ready.push(node);
  const order = new Int32Array(to.length);
  let count = 0;
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (let at = firstOf[node]!; at < firstOf[node + 1]!; at++) {
      const index = leaving[at]!;
      order[count++] = index;
      const other = to[index]!;
      open[other]!--;
      if (open[other] === 0) ready.push(other);
    }
  }
  return order.subarray(0, count);
}

/** The characters that count on the longest or the shortest way to each node. */
function countCharacters(
  nodes: number,
  { from, to, counted, order }: Pick<PatternGraph, 'from' | 'to' | 'counted' | 'order'>,
  choose: typeof Math.max,
): Float64Array {
  const counts = new Float64Array(nodes).fill(Number.NaN);
  counts[0] = 0;
  for (let at = 0; at < order.length; at++) {
    const index = order[at]!;
    const passed = counts[from[index]!]! + counted[index]!;
    const known = counts[to[index]!]!;
    counts[to[index]!] = Number.isNaN(known) ? passed : choose(known, passed);
  }
  return counts;
}
