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
  let nodes = 1;
  for (let edge = 0; edge < possible.length; edge++) {
    const [from, to] = [graph.from[possible[edge]!]!, graph.to[possible[edge]!]!];
    if (nodeAt[from] === -1) nodeAt[from] = nodes++;
    if (nodeAt[to] === -1) nodeAt[to] = nodes++;
  }
  const edges = possible.map((index) => graph.edges[index]!);
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  const to = new Int32Array(edges.length);
  const begun = new Float64Array(edges.length);
  const last: number[] = [];
  for (let edge = 0; edge < edges.length; edge++) {
    const index = possible[edge]!;
    leaving[nodeAt[graph.from[index]!]!]!.push(edge);
    to[edge] = nodeAt[graph.to[index]!]!;
    begun[edge] = graph.begun[index]!;
    if (graph.to[index] === graph.end) last.push(edge);
  }
  const seen = edges.map(({ classes }) => scores.best(classes));
  return { nodes, edges, to, begun, seen, leaving, behind: listBehind(edges, to, leaving), last };
}

/** Edges that may come right behind each edge: all that leave its end and are another letter. */
function listBehind(edges: readonly PatternEdge[], to: Int32Array, leaving: readonly (readonly number[])[]): (readonly number[])[] {
  return edges.map(({ letter }, edge) => {
    const next = leaving[to[edge]!]!;
    // Mostly there is no such letter, and no list of its own is needed.
    return next.some((other) => edges[other]!.letter === letter) ? next.filter((other) => edges[other]!.letter !== letter) : next;
  });
}
