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
  /** Where each edge begins, what it costs to enter it, and how probable it is at each step. */
  readonly from: Int32Array;
  readonly begun: Float64Array;
  readonly seen: readonly Float64Array[];
  readonly into: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
  readonly last: readonly number[];
};

/** The part of a pattern's graph that some of its edges make up, with its nodes counted anew. */
export function buildTrellis(graph: PatternGraph, possible: readonly number[], scores: LineScores): Trellis {
  const edgeAt = new Int32Array(graph.edges.length).fill(-1);
  possible.forEach((index, at) => {
    edgeAt[index] = at;
  });
  const nodeAt = new Int32Array(graph.nodes).fill(-1);
  nodeAt[0] = 0;
  const own: number[] = [0];
  for (const index of possible) {
    const { from, to } = graph.edges[index]!;
    for (const node of [from, to]) if (nodeAt[node] === -1) nodeAt[node] = own.push(node) - 1;
  }
  const keep = (list: readonly number[]) => list.flatMap((index) => (edgeAt[index]! >= 0 ? edgeAt[index]! : []));
  const edges = possible.map((index) => graph.edges[index]!);
  return {
    nodes: own.length,
    edges,
    from: Int32Array.from(edges, ({ from }) => nodeAt[from]!),
    begun: Float64Array.from(possible, (index) => graph.begun[index]!),
    seen: edges.map(({ classes }) => scores.best(classes)),
    into: own.map((node) => keep(graph.into[node]!)),
    before: possible.map((index) => keep(graph.before[index]!)),
    last: keep(graph.into[graph.end]!),
  };
}
