import { classCount } from '../recognise/line-logits.ts';
import type { ClassPenalties } from './class-penalties.ts';
import type { LikelyClasses } from './likely-classes.ts';

/**
 * Where each character of a line stands on the most probable path that has a given number of
 * characters.
 */
export type AlignedLine = {
  /** Class of each character, 1 to 37. */
  readonly classes: Uint8Array;
  /** First step of each character and the step after its last. */
  readonly first: Int16Array;
  readonly end: Int16Array;
  /** Log probability of the path, without the penalties. */
  readonly logProb: number;
};

/**
 * Scores for each position. A constant of this module, because engines fold it: this is the
 * reader's innermost loop.
 */
const rowSize = classCount;
const fromSame = 1;
const fromBlank = 2;
const fromClass = 3;

/**
 * Beam widths to try in turn: how far below the line's most probable path to search, in nats. The
 * first has room for one forbidden character, and finds nearly every format that fits, quickly.
 */
const beamWidths = [10, 40, 160, Number.POSITIVE_INFINITY] as const;

/**
 * The best CTC path with exactly `penalties.length` characters, by Viterbi search (Graves et al.,
 * "Connectionist temporal classification", 2006). After a character comes the blank or, at once, a
 * different character; equal neighbours need a blank between them.
 *
 * @returns undefined if the line is too short for so many characters
 */
export function viterbiAlign(likely: LikelyClasses, penalties: ClassPenalties): AlignedLine | undefined {
  for (const width of beamWidths) {
    const aligned = viterbiAlignWithin(likely, penalties, width);
    if (aligned) return aligned;
  }
  return undefined;
}

/**
 * The same path, if its score with penalties is at most `width` nats below that of the line's most
 * probable path of any length; otherwise undefined. No beginning of such a path is further behind
 * either, so the search may drop those that are.
 */
export function viterbiAlignWithin(likely: LikelyClasses, penalties: ClassPenalties, width: number): AlignedLine | undefined {
  const search = newSearch(likely, penalties.length);
  for (let step = 0; step < likely.steps; step++) {
    advance(search, likely, penalties, step);
    prune(search, likely.bestBefore[step + 1]! - width);
    if (search.lowest > search.highest) return undefined;
  }
  const reached = Math.max(search.blank[penalties.length]!, bestInside(search, penalties.length));
  const isFound = reached >= likely.bestPath - width && reached > Number.NEGATIVE_INFINITY;
  return isFound ? trace(search, likely, penalties) : undefined;
}

/**
 * The states of a step, by the number of characters begun: `lowest` to `highest`. No other states
 * are reachable.
 */
type Search = {
  readonly length: number;
  lowest: number;
  highest: number;
  /** Score of being in the blank after n characters: (length + 1). */
  readonly blank: Float64Array;
  /**
   * Score of being in the n-th character as class c: (length + 1, 38). Valid for the likely classes
   * of the step.
   */
  readonly inside: Float64Array;
  /**
   * Best and second best class of the n-th character, 0 for none: one of them differs from any
   * neighbour.
   */
  readonly top: Uint8Array;
  readonly second: Uint8Array;
  /** Where each state came from: (likely classes, length + 1) and (steps, length + 1). */
  readonly cameInside: Uint8Array;
  readonly cameBlank: Uint8Array;
};

function newSearch(likely: LikelyClasses, length: number): Search {
  const size = length + 1;
  const blank = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  blank[0] = 0;
  return {
    length,
    lowest: 0,
    highest: 0,
    blank,
    inside: memory.inside(size * rowSize),
    top: new Uint8Array(size),
    second: new Uint8Array(size),
    cameInside: memory.cameInside(likely.classes.length * size),
    cameBlank: memory.cameBlank(likely.steps * size),
  };
}

/**
 * What searches use one after the other, with what the one before left in it: states are read only
 * after they were written.
 */
const memory = { inside: keepLargest(Float64Array), cameInside: keepLargest(Uint8Array), cameBlank: keepLargest(Uint8Array) };

function keepLargest<A extends { readonly length: number }>(Numbers: new (length: number) => A): (length: number) => A {
  let kept = new Numbers(0);
  return (length) => {
    if (kept.length < length) kept = new Numbers(length);
    return kept;
  };
}

/**
 * Advances all states by a step, in place. A state depends on itself and on the one with a
 * character less, so the longest come first.
 */
function advance(search: Search, likely: LikelyClasses, penalties: ClassPenalties, step: number): void {
  const { length, blank, top, cameBlank } = search;
  search.highest = Math.min(length, search.highest + 1);
  for (let n = search.highest; n >= search.lowest; n--) {
    const leaving = bestInside(search, n);
    const staying = blank[n]!;
    cameBlank[step * (length + 1) + n] = leaving > staying ? fromClass + top[n]! : fromBlank;
    if (n > 0) advanceCharacter(search, likely, penalties.at(n - 1), step, n);
    blank[n] = Math.max(staying, leaving) + likely.blank[step]!;
  }
}

/** Score of the best state inside the n-th character. */
function bestInside({ inside, top }: Search, n: number): number {
  const c = top[n]!;
  return c === 0 ? Number.NEGATIVE_INFINITY : inside[n * rowSize + c]!;
}

function advanceCharacter(search: Search, likely: LikelyClasses, penalties: Float32Array, step: number, n: number): void {
  const { length, blank, inside, top, second, cameInside } = search;
  const wasReached = top[n] !== 0;
  const before = blank[n - 1]!;
  const topBefore = top[n - 1]!;
  const secondBefore = second[n - 1]!;
  let best = Number.NEGATIVE_INFINITY;
  let runnerUp = Number.NEGATIVE_INFINITY;
  top[n] = 0;
  second[n] = 0;
  const stop = likely.from[step + 1]!;
  for (let i = likely.from[step]!; i < stop; i++) {
    const c = likely.classes[i]!;
    const penalty = penalties[c]!;
    let score = wasReached && likely.continues[i] === 1 ? inside[n * rowSize + c]! : Number.NEGATIVE_INFINITY;
    let came = fromSame;
    if (before + penalty > score) {
      score = before + penalty;
      came = fromBlank;
    }
    const neighbour = topBefore === c ? secondBefore : topBefore;
    if (neighbour !== 0) {
      const direct = inside[(n - 1) * rowSize + neighbour]! + penalty;
      if (direct > score) {
        score = direct;
        came = fromClass + neighbour;
      }
    }
    score += likely.logProbs[i]!;
    inside[n * rowSize + c] = score;
    cameInside[i * (length + 1) + n] = came;
    if (score > best) {
      runnerUp = best;
      second[n] = top[n]!;
      best = score;
      top[n] = c;
    } else if (score > runnerUp) {
      runnerUp = score;
      second[n] = c;
    }
  }
}

/** Drops the states at either end that score less than `minScore`. */
function prune(search: Search, minScore: number): void {
  const isBehind = (n: number) => Math.max(search.blank[n]!, bestInside(search, n)) < minScore;
  const drop = (n: number) => {
    search.blank[n] = Number.NEGATIVE_INFINITY;
    search.top[n] = 0;
  };
  while (search.lowest <= search.highest && isBehind(search.lowest)) drop(search.lowest++);
  while (search.lowest <= search.highest && isBehind(search.highest)) drop(search.highest--);
}

function trace(search: Search, likely: LikelyClasses, penalties: ClassPenalties): AlignedLine {
  const { length, blank, top, cameInside, cameBlank } = search;
  const classes = new Uint8Array(length);
  const first = new Int16Array(length);
  const end = new Int16Array(length);
  const ending = bestInside(search, length);
  let score = Math.max(ending, blank[length]!);
  let n = length;
  let c = ending > blank[length]! ? top[length]! : 0;
  if (c > 0) end[n - 1] = likely.steps;
  for (let step = likely.steps - 1; step >= 0; step--) {
    const at = c === 0 ? step : indexOf(likely, step, c);
    const came = (c === 0 ? cameBlank : cameInside)[at * (length + 1) + n]!;
    if (c > 0 && came !== fromSame) {
      n -= 1;
      classes[n] = c;
      first[n] = step;
      score -= penalties.at(n)[c]!;
    }
    if (came >= fromClass) {
      c = came - fromClass;
      end[n - 1] = step;
    } else if (came === fromBlank) {
      c = 0;
    }
  }
  return { classes, first, end, logProb: score };
}

/** Index of a class among the likely ones of a step. */
function indexOf({ from, classes }: LikelyClasses, step: number, c: number): number {
  return classes.indexOf(c, from[step]);
}
