import { classCount } from '../recognise/line-logits.ts';
import type { ClassPenalties } from './class-penalties.ts';
import type { LikelyClasses } from './likely-classes.ts';

/**
 * Scores for each position. A constant of this module, because engines fold it: this is the
 * reader's innermost loop.
 */
const rowSize = classCount;
/** Where a state came from: itself, the blank, or `fromClass` + a class. */
export const fromSame = 1;
export const fromBlank = 2;
export const fromClass = 3;

/**
 * The states of a step, by the number of characters begun: `lowest` to `highest`. No other states
 * are reachable.
 */
export type ViterbiSearch = {
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

/** The states before the first step: nothing begun. */
export function newSearch(likely: LikelyClasses, length: number): ViterbiSearch {
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
export function advance(search: ViterbiSearch, likely: LikelyClasses, penalties: ClassPenalties, step: number): void {
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
export function bestInside({ inside, top }: ViterbiSearch, n: number): number {
  const c = top[n]!;
  return c === 0 ? Number.NEGATIVE_INFINITY : inside[n * rowSize + c]!;
}

function advanceCharacter(search: ViterbiSearch, likely: LikelyClasses, penalties: Float32Array, step: number, n: number): void {
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
export function prune(search: ViterbiSearch, minScore: number): void {
  const isBehind = (n: number) => Math.max(search.blank[n]!, bestInside(search, n)) < minScore;
  const drop = (n: number) => {
    search.blank[n] = Number.NEGATIVE_INFINITY;
    search.top[n] = 0;
  };
  while (search.lowest <= search.highest && isBehind(search.lowest)) drop(search.lowest++);
  while (search.lowest <= search.highest && isBehind(search.highest)) drop(search.highest--);
}
