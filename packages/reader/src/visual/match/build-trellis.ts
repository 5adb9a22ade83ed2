import { peaksOfBlocks } from './block-peaks.ts';
import type { LineScores } from './line-scores.ts';
import { type Leaving, listLeaving, type PatternGraph } from './pattern-graph.ts';
import type { PatternEdge } from './text-pattern.ts';

const never = Number.NEGATIVE_INFINITY;

/**
 * The states of connectionist temporal classification: a blank at each node of a pattern, then the
 * pattern's edges; only those through which a wanted alignment may lead.
 */
export type Trellis = Leaving & {
  readonly nodes: number;
  readonly edges: readonly PatternEdge[];
  /** Where each edge leads to, what it costs to enter it, and how probable it is at each step. */
  readonly to: Int32Array;
  readonly begun: Float64Array;
  readonly seen: readonly Float64Array[];
  /** Edges with the same number here may not follow each other without a blank. */
  readonly letterOf: Int32Array;
  /** 1 for each edge that leads to the end. */
  readonly isLast: Uint8Array;
  /** For each block of steps the most that the costs behind each state add up to. */
  readonly rest: readonly Float64Array[];
};

/** The part of a pattern's graph that some of its edges make up, with its nodes counted anew. */
export function buildTrellis(graph: PatternGraph, isPossible: Uint8Array, scores: LineScores): Trellis {
  const possible: number[] = [];
  const nodeAt = new Int32Array(graph.nodes).fill(-1);
  nodeAt[0] = 0;
  let nodes = 1;
  for (let index = 0; index < isPossible.length; index++) {
    if (isPossible[index] === 0) continue;
    possible.push(index);
    if (nodeAt[graph.from[index]!] === -1) nodeAt[graph.from[index]!] = nodes++;
    if (nodeAt[graph.to[index]!] === -1) nodeAt[graph.to[index]!] = nodes++;
  }
  const count = possible.length;
  const [from, to, letterOf] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [begun, isLast, edgeAt] = [new Float64Array(count), new Uint8Array(count), new Int32Array(isPossible.length)];
  const seen: Float64Array[] = [];
  const peaks: Float64Array[] = [];
  // Many edges have the same list of classes: each is looked up once.
  const looks: (Look | undefined)[] = Array.from({ length: graph.lists.length });
  for (let edge = 0; edge < count; edge++) {
    const index = possible[edge]!;
    from[edge] = nodeAt[graph.from[index]!]!;
    to[edge] = nodeAt[graph.to[index]!]!;
    letterOf[edge] = graph.letterOf[index]!;
    begun[edge] = graph.begun[index]!;
    isLast[edge] = graph.to[index] === graph.end ? 1 : 0;
    edgeAt[index] = edge;
    const list = graph.listOf[index]!;
    const look = looks[list] ?? lookUp(graph.lists[list]!, scores);
    looks[list] = look;
    seen.push(look.seen);
    peaks.push(look.peaks);
  }
  const order = graph.order.filter((index) => isPossible[index] === 1).map((index) => edgeAt[index]!);
  const rest = boundWays({ from, to, begun, peaks, order, nodes, end: nodeAt[graph.end]! });
  const edges = possible.map((index) => graph.edges[index]!);
  return { nodes, edges, to, begun, seen, letterOf, ...listLeaving(nodes, from), isLast, rest };
}

/** How probable a list of classes is at each step, and at most in each block of them. */
type Look = { readonly seen: Float64Array; readonly peaks: Float64Array };

function lookUp(classes: readonly number[], scores: LineScores): Look {
  const seen = scores.best(classes);
  return { seen, peaks: peaksOfBlocks(seen) };
}

type Ways = Pick<Trellis, 'nodes' | 'to' | 'begun'> & {
  readonly from: Int32Array;
  /** The most that each edge's scores reach in each block of steps. */
  readonly peaks: readonly Float64Array[];
  /** Edges that lead to a node before those that leave it. */
  readonly order: Int32Array;
  readonly end: number;
};

/**
 * The most that costs behind each state add up to, at each block of steps. Each character that is
 * still to come is taken for as probable as it is anywhere in the block in which it begins, and
 * none begins in a block before the one of the character before it.
 */
function boundWays({ nodes, from, to, begun, peaks, order, end }: Ways): Float64Array[] {
  const blocks = peaks[0]?.length ?? 0;
  const ahead = Array.from({ length: blocks }, () => new Float64Array(nodes + to.length));
  const rest = new Float64Array(nodes).fill(never);
  rest[end] = 0;
  for (let block = blocks - 1; block >= 0; block--) {
    for (let at = order.length - 1; at >= 0; at--) {
      const edge = order[at]!;
      const sum = rest[to[edge]!]! + begun[edge]! + peaks[edge]![block]!;
      if (sum > rest[from[edge]!]!) rest[from[edge]!] = sum;
    }
    const own = ahead[block]!;
    own.set(rest);
    for (let edge = 0; edge < to.length; edge++) own[nodes + edge] = rest[to[edge]!]!;
  }
  return ahead;
}
