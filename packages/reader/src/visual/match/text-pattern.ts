import { classOf, textAlphabet } from '../recognise/text-alphabet.ts';
import { plainLetter } from './plain-letter.ts';

/** One of these classes, on the way from one node of a pattern to another. */
export type PatternEdge = {
  readonly from: number;
  readonly to: number;
  readonly classes: readonly number[];
  /** Edges with the same name may not follow each other without a blank: a letter written twice. */
  readonly letter: string;
  /** What it costs as a natural logarithm, at most 0: rare spellings are believed less. */
  readonly cost: number;
  /** Whether it is a part of what is looked for; separators are not. */
  readonly counts: boolean;
  /**
   * What is printed there, whatever twin of it the recogniser sees; else the class that is seen.
   */
  readonly printed?: string;
};

/** All spellings of something that is known, as a graph from node 0 to the node `end`. */
export type TextPattern = {
  readonly nodes: number;
  readonly end: number;
  readonly edges: readonly PatternEdge[];
  /**
   * Plain capitals and digits most of which every spelling has: lines without them are left out.
   */
  readonly expected: string;
};

type EdgeOptions = Partial<Pick<PatternEdge, 'letter' | 'cost' | 'counts' | 'printed'>> & {
  /** A node that is there; else the edge leads to a new one. */
  readonly to?: number;
};

/** Builds a pattern from left to right. */
export type PatternBuilder = {
  /** Adds an edge. Returns the node it leads to. */
  add(from: number, classes: readonly number[], options?: EdgeOptions): number;
  /** A node to which several edges will lead. */
  join(): number;
  /** The pattern that ends with a node, and the characters that are expected of it. */
  build(end: number, expected: string): TextPattern;
};

export function startPattern(): PatternBuilder {
  const edges: PatternEdge[] = [];
  let nodes = 1;
  return {
    join: () => nodes++,
    add: (from, classes, { letter = String(classes), cost = 0, counts = true, printed, to = nodes++ } = {}) => {
      edges.push({ from, to, classes, letter, cost, counts, ...(printed !== undefined && { printed }) });
      return to;
    },
    build: (end, expected) => ({ nodes, end, edges, expected }),
  };
}

const classLists = new Map<string, readonly number[]>();

/**
 * The classes of some characters, the same array each time; those that the recogniser does not know
 * are left out.
 */
export function classesOf(characters: string): readonly number[] {
  let classes = classLists.get(characters);
  if (!classes) {
    classes = [...characters].flatMap((character) => classOf(character) ?? []);
    classLists.set(characters, classes);
  }
  return classes;
}

/** Every letter's small and capital form, with and without accents, by its plain capital. */
export const lettersLike: ReadonlyMap<string, readonly number[]> = groupByPlain();

function groupByPlain(): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const character of textAlphabet) {
    const plain = plainLetter(character);
    if (plain) groups.set(plain, [...(groups.get(plain) ?? []), ...classesOf(character)]);
  }
  return groups;
}
