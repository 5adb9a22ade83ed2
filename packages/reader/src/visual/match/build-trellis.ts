import type { LineScores } from './line-scores.ts';
import type { PatternGraph } from './pattern-graph.ts';
import type { PatternEdge } from './text-pattern.ts';

/**
 * The states of connectionist temporal classification: a blank at each node of a pattern, then the
 * pattern's edges; only those through which a wanted alignment may lead.
 */
export type Trellis = {
  readonly nodes: number;
  readonly edges: readonly PatternEdge[];
  /** Where each edge leads to, what it costs to enter it, and how probable it is at each step. */
  readonly to: Int32Array;
  readonly begun: Float64Array;
  readonly seen: readonly Float64Array[];
  /** Edges that leave each node, and those that may come right behind an edge. */
  readonly leaving: readonly (readonly number[])[];
  readonly behind: readonly (readonly number[])[];
  readonly last: readonly number[];
};

/** The part of a pattern's graph that some of its edges make up, with its nodes counted anew. */
export function buildTrellis(graph: PatternGraph, possible: readonly number[], scores: LineScores): Trellis {
  const nodeAt = new Int32Array(graph.nodes).fill(-1);
  nodeAt[0] = 0;
  const own: number[] = [0];
  for (const index of possible) {
    const { from, to } = graph.edges[index]!;
    for (const node of [from, to]) if (nodeAt[node] === -1) nodeAt[node] = own.push(node) - 1;
  }
  const edges = possible.map((index) => graph.edges[index]!);
  const leaving: number[][] = own.map(() => []);
  edges.forEach(({ from }, edge) => {
    leaving[nodeAt[from]!]!.push(edge);
  });
  return {
    nodes: own.length,
    edges,
    to: Int32Array.from(edges, ({ to }) => nodeAt[to]!),
    begun: Float64Array.from(possible, (index) => graph.begun[index]!),
    seen: edges.map(({ classes }) => scores.best(classes)),
    leaving,
    behind: edges.map(({ to, letter }) => leaving[nodeAt[to]!]!.filter((edge) => edges[edge]!.letter !== letter)),
    last: [...edges.keys()].filter((edge) => edges[edge]!.to === graph.end),
  };
}
