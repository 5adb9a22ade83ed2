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
  /** All edges, those that lead to a node before those that leave it. */
  readonly order: Int32Array;
  /** Characters that count in the longest spelling, and in the shortest. */
  readonly mostCounted: number;
  readonly leastCounted: number;
};

const graphs = new WeakMap<TextPattern, PatternGraph>();

/** The graph of a pattern, which is made only once. */
export function graphOf(pattern: TextPattern): PatternGraph {
  const graph = graphs.get(pattern) ?? compile(pattern);
  graphs.set(pattern, graph);
  return graph;
}

function compile({ nodes, end, edges }: TextPattern): PatternGraph {
  const ids = new Map<readonly number[], number>();
  const listOf = Int32Array.from(edges, ({ classes }) => {
    const id = ids.get(classes) ?? ids.size;
    ids.set(classes, id);
    return id;
  });
  const order = sortEdges(nodes, edges);
  return {
    nodes,
    end,
    edges,
    from: Int32Array.from(edges, ({ from }) => from),
    to: Int32Array.from(edges, ({ to }) => to),
    counted: Float64Array.from(edges, ({ counts }) => (counts ? 1 : 0)),
    begun: Float64Array.from(edges, ({ cost, counts }) => cost + (counts ? longer : 0)),
    lists: [...ids.keys()],
    listOf,
    order,
    mostCounted: countCharacters(nodes, edges, order, Math.max)[end]!,
    leastCounted: countCharacters(nodes, edges, order, Math.min)[end]!,
  };
}

/** Edges in topological order of their nodes: no way through a pattern leads back. */
function sortEdges(nodes: number, edges: readonly PatternEdge[]): Int32Array {
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  const open = new Int32Array(nodes);
  for (const [index, { from, to }] of edges.entries()) {
    leaving[from]!.push(index);
    open[to]!++;
  }
  const ready = [...open.keys()].filter((node) => open[node] === 0);
  const order: number[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const index of leaving[node]!) {
      order.push(index);
      const { to } = edges[index]!;
      open[to]!--;
      if (open[to] === 0) ready.push(to);
    }
  }
  return Int32Array.from(order);
}

/** The characters that count on the longest or the shortest way to each node. */
function countCharacters(nodes: number, edges: readonly PatternEdge[], order: Int32Array, choose: typeof Math.max): Float64Array {
  const counted = new Float64Array(nodes).fill(Number.NaN);
  counted[0] = 0;
  for (const index of order) {
    const { from, to, counts } = edges[index]!;
    const passed = counted[from]! + (counts ? 1 : 0);
    counted[to] = Number.isNaN(counted[to]!) ? passed : choose(counted[to]!, passed);
  }
  return counted;
}
