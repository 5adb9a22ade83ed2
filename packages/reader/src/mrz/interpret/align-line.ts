import { classCount } from '../recognise/line-logits.ts';
import type { LikelyClasses } from './likely-classes.ts';

/** Where each character of a line stands, on the most probable path that has exactly as many characters as wanted. */
export type AlignedLine = {
  /** Class of each character, 1 to 37. */
  readonly classes: Uint8Array;
  /** First step of each character and the step after its last. */
  readonly first: Int16Array;
  readonly end: Int16Array;
  /** Log probability of the path, without the penalties. */
  readonly logProb: number;
};

/** What a grammar charges for a class at a position, in nats: 0 or less. */
export type Penalties = { readonly length: number; readonly at: (position: number) => Float32Array };

/** Scores of one position. A constant of this module, which engines fold, since this is the reader's innermost loop. */
const rowSize = classCount;
const fromSame = 1;
const fromBlank = 2;
const fromClass = 3;

/**
 * How far below the strip's most probable path to look, in nats, one after the other. The first holds a forbidden character: nearly every format
 * that fits is found within it, and quickly.
 */
const widths = [10, 40, 160, Number.POSITIVE_INFINITY] as const;

/**
 * The best CTC path with exactly `penalties.length` characters (Viterbi search; Graves et al. 2006, connectionist temporal classification).
 * A path leaves a character for the blank, or for another character at once; equal neighbours need a blank between them.
 *
 * @returns undefined when the strip cannot hold so many characters
 */
export function alignLine(likely: LikelyClasses, penalties: Penalties): AlignedLine | undefined {
  for (const width of widths) {
    const aligned = alignWithin(likely, penalties, width);
    if (aligned) return aligned;
  }
  return undefined;
}

/**
 * The same path, if with its penalties it scores at most `width` nats less than the strip's most probable path of any length; undefined otherwise. Its
 * beginnings then are no further behind either, so the search drops whatever is.
 */
export function alignWithin(likely: LikelyClasses, penalties: Penalties, width: number): AlignedLine | undefined {
  const search = newSearch(likely, penalties.length);
  for (let step = 0; step < likely.steps; step++) {
    advance(search, likely, penalties, step);
    narrow(search, (likely.bestBefore[step + 1] as number) - width);
    if (search.lowest > search.highest) return undefined;
  }
  const reached = Math.max(search.blank[penalties.length] as number, bestInside(search, penalties.length));
  const isFound = reached >= likely.bestPath - width && reached > Number.NEGATIVE_INFINITY;
  return isFound ? trace(search, likely, penalties) : undefined;
}

/** The states of a step, by the number of characters begun: `lowest` to `highest`. All others are out of reach. */
type Search = {
  readonly length: number;
  lowest: number;
  highest: number;
  /** Score of being in the blank after n characters: (length + 1). */
  readonly blank: Float64Array;
  /** Score of being in the n-th character as class c: (length + 1, 38); holds for the likely classes of the step. */
  readonly inside: Float64Array;
  /** Best and second best class of the n-th character, so that a different neighbour is found at once; 0 for none. */
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
    inside: new Float64Array(size * rowSize),
    top: new Uint8Array(size),
    second: new Uint8Array(size),
    cameInside: new Uint8Array(likely.classes.length * size),
    cameBlank: new Uint8Array(likely.steps * size),
  };
}

/** Moves all states on by a step, those of most characters first: each is reached from itself and from that of one character less. */
function advance(search: Search, likely: LikelyClasses, penalties: Penalties, step: number): void {
  const { length, blank, top, cameBlank } = search;
  search.highest = Math.min(length, search.highest + 1);
  for (let n = search.highest; n >= search.lowest; n--) {
    const leaving = bestInside(search, n);
    const staying = blank[n] as number;
    cameBlank[step * (length + 1) + n] = leaving > staying ? fromClass + (top[n] as number) : fromBlank;
    if (n > 0) advanceCharacter(search, likely, penalties.at(n - 1), step, n);
    blank[n] = Math.max(staying, leaving) + (likely.blank[step] as number);
  }
}

/** Score of the best state inside the n-th character. */
function bestInside({ inside, top }: Search, n: number): number {
  const c = top[n] as number;
  return c === 0 ? Number.NEGATIVE_INFINITY : (inside[n * rowSize + c] as number);
}

function advanceCharacter(search: Search, likely: LikelyClasses, charges: Float32Array, step: number, n: number): void {
  const { length, blank, inside, top, second, cameInside } = search;
  const wasReached = top[n] !== 0;
  const before = blank[n - 1] as number;
  const topBefore = top[n - 1] as number;
  const secondBefore = second[n - 1] as number;
  let best = Number.NEGATIVE_INFINITY;
  let runnerUp = Number.NEGATIVE_INFINITY;
  top[n] = 0;
  second[n] = 0;
  const stop = likely.from[step + 1] as number;
  for (let i = likely.from[step] as number; i < stop; i++) {
    const c = likely.classes[i] as number;
    const charge = charges[c] as number;
    let score = wasReached && likely.lasting[i] === 1 ? (inside[n * rowSize + c] as number) : Number.NEGATIVE_INFINITY;
    let came = fromSame;
    if (before + charge > score) {
      score = before + charge;
      came = fromBlank;
    }
    const neighbour = topBefore === c ? secondBefore : topBefore;
    if (neighbour !== 0) {
      const direct = (inside[(n - 1) * rowSize + neighbour] as number) + charge;
      if (direct > score) {
        score = direct;
        came = fromClass + neighbour;
      }
    }
    score += likely.logProbs[i] as number;
    inside[n * rowSize + c] = score;
    cameInside[i * (length + 1) + n] = came;
    if (score > best) {
      runnerUp = best;
      second[n] = top[n] as number;
      best = score;
      top[n] = c;
    } else if (score > runnerUp) {
      runnerUp = score;
      second[n] = c;
    }
  }
}

/** Drops the states at either end that score less than `least`. */
function narrow(search: Search, least: number): void {
  const isBehind = (n: number) => Math.max(search.blank[n] as number, bestInside(search, n)) < least;
  const drop = (n: number) => {
    search.blank[n] = Number.NEGATIVE_INFINITY;
    search.top[n] = 0;
  };
  while (search.lowest <= search.highest && isBehind(search.lowest)) drop(search.lowest++);
  while (search.lowest <= search.highest && isBehind(search.highest)) drop(search.highest--);
}

function trace(search: Search, likely: LikelyClasses, penalties: Penalties): AlignedLine {
  const { length, blank, top, cameInside, cameBlank } = search;
  const classes = new Uint8Array(length);
  const first = new Int16Array(length);
  const end = new Int16Array(length);
  const ending = bestInside(search, length);
  let score = Math.max(ending, blank[length] as number);
  let n = length;
  let c = ending > (blank[length] as number) ? (top[length] as number) : 0;
  if (c > 0) end[n - 1] = likely.steps;
  for (let step = likely.steps - 1; step >= 0; step--) {
    const at = c === 0 ? step : indexOf(likely, step, c);
    const came = (c === 0 ? cameBlank : cameInside)[at * (length + 1) + n] as number;
    if (c > 0 && came !== fromSame) {
      n -= 1;
      classes[n] = c;
      first[n] = step;
      score -= penalties.at(n)[c] as number;
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
