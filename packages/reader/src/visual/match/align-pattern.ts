import { onceFor, onceHere } from '../once-for.ts';
import { characterOf } from '../recognise/text-alphabet.ts';
import { anything, findPossible, isAlike, rounding, type Wanted } from './bound-pattern.ts';
import { buildTrellis, type Trellis } from './build-trellis.ts';
import type { LineScores } from './line-scores.ts';
import { graphOf, longer, type PatternGraph } from './pattern-graph.ts';
import type { PatternEdge, TextPattern } from './text-pattern.ts';
import { type TrellisEnd, walkTrellis } from './walk-trellis.ts';

/** A character of what was found, and what it costs to see it there. */
export type AlignedCharacter = {
  readonly character: string;
  /**
   * How much less probable it is than what the recogniser sees there by itself, as a natural
   * logarithm: 0 where that is the same.
   */
  readonly cost: number;
  /** How much of what the pattern allows there is this character, 0 to 1: accents, case. */
  readonly share: number;
  readonly counts: boolean;
  readonly from: number;
  readonly to: number;
};

/** Where a pattern is found in a line: steps, and its most probable spelling. */
export type Alignment = {
  readonly from: number;
  readonly to: number;
  /** Sum of all costs, at most 0. */
  readonly cost: number;
  readonly characters: readonly AlignedCharacter[];
};

/** No way costs more that leads anywhere. */
const lowest = -1e300;

/**
 * The place of a line at which a pattern is most probable, beside the recogniser's own best path:
 * the Viterbi algorithm over the states of connectionist temporal classification (Graves 2006) of
 * all spellings at once. What stands before and behind costs nothing.
 *
 * @param wanted an alignment that does not reach this may be left out, or be another than the most
 *   probable one, which does not reach it either
 * @returns undefined for a line that is too short for it
 */
export function alignPattern(scores: LineScores, pattern: TextPattern, wanted: Wanted = anything): Alignment | undefined {
  const known = alignedOn(scores)(pattern);
  const same = known.find((one) => isAlike(one.wanted, wanted));
  if (same) return same.alignment;
  const alignment = align(scores, pattern, wanted);
  known.push({ wanted, alignment });
  return alignment;
}

type Known = { readonly wanted: Wanted; readonly alignment: Alignment | undefined };

/** What is known of each pattern on each line. */
const alignedOn = onceFor((_: LineScores) => onceHere((_: TextPattern): Known[] => []));

function align(scores: LineScores, pattern: TextPattern, wanted: Wanted): Alignment | undefined {
  const graph = graphOf(pattern);
  if (graph.edges.length === 0) return undefined;
  const isPossible = findPossible(scores, graph, wanted);
  if (!isPossible) return undefined;
  const trellis = buildTrellis(graph, isPossible, scores);
  const back = scratchOf(scores.steps * (trellis.nodes + trellis.edges.length));
  const best = findBest(trellis, scores, back, leastCost(wanted, graph));
  return best && trace(best, scores, trellis, back);
}

/** So much less than what a line could say at most is what it mostly says; natural logarithms. */
const tolerances = [4, 12];

/**
 * The best way through a trellis. Where one costs little, few others need to be followed to know
 * that it is the best one; else more are, and at last all that do not cost more than `least`.
 */
function findBest(trellis: Trellis, scores: LineScores, back: Int32Array, least: number): TrellisEnd | undefined {
  const most = trellis.rest[0]?.[0] ?? lowest;
  if (most < least - rounding) return undefined;
  for (const tolerance of tolerances) {
    if (most - tolerance <= least) break;
    const best = walkTrellis(trellis, scores, back, most - tolerance - rounding);
    if (best && best.cost >= most - tolerance) return best;
  }
  return walkTrellis(trellis, scores, back, least - rounding);
}

/** Grows, and is used again by the next alignment. */
let scratch = new Int32Array(1 << 16);

function scratchOf(length: number): Int32Array {
  if (scratch.length < length) scratch = new Int32Array(2 * length);
  return scratch;
}

/** What a wanted alignment costs at most. */
function leastCost({ cost, perCharacter }: Wanted, { edges, mostCounted }: PatternGraph): number {
  return Math.max(lowest, cost + perCharacter * mostCounted) - longer * edges.length;
}

function trace(end: TrellisEnd, scores: LineScores, { nodes, edges }: Trellis, back: Int32Array): Alignment {
  const states = nodes + edges.length;
  const characters: AlignedCharacter[] = [];
  let [step, state] = [end.step, end.state];
  // Blanks belong to the character after them.
  let blanks = 0;
  while (step >= 0 && state !== 0) {
    const last = step;
    const current: number = state;
    while (step >= 0 && state === current) state = back[step-- * states + current]!;
    if (current < nodes) {
      for (let at = step + 1; at <= last; at++) blanks += scores.blank[at]!;
      continue;
    }
    characters.unshift(describeCharacter(edges[current - nodes]!, scores, step + 1, last + 1, blanks));
    blanks = 0;
  }
  return { from: characters[0]?.from ?? 0, to: end.step + 1, cost: end.cost, characters };
}

function describeCharacter(
  { classes, cost, printed, counts }: PatternEdge,
  scores: LineScores,
  from: number,
  to: number,
  blanks: number,
): AlignedCharacter {
  const sums = classes.map((index) => {
    let sum = 0;
    for (let step = from; step < to; step++) sum += scores.at(step, index);
    return sum;
  });
  const top = Math.max(...sums);
  const seen = scores
    .best(classes)
    .subarray(from, to)
    .reduce((sum, value) => sum + value, 0);
  return {
    character: printed ?? characterOf(classes[sums.indexOf(top)]!),
    cost: seen + cost + blanks,
    share: printed === undefined ? 1 / sums.reduce((sum, value) => sum + Math.exp(value - top), 0) : 1,
    counts,
    from,
    to,
  };
}
