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

const classCount = 38;
const fromSame = 1;
const fromBlank = 2;
const fromClass = 3;

/**
 * The best CTC path with exactly `penalties.length` characters (Viterbi search; Graves et al. 2006, connectionist temporal classification).
 * A path leaves a character for the blank, or for another character at once; equal neighbours need a blank between them.
 *
 * @returns undefined when the strip cannot hold so many characters
 */
export function alignLine(likely: LikelyClasses, penalties: Penalties): AlignedLine | undefined {
  const search = newSearch(likely.steps, penalties.length);
  for (let step = 0; step < likely.steps; step++) advance(search, likely, penalties, step);
  return trace(search, likely, penalties);
}

type Search = {
  readonly length: number;
  /** Score of being in the blank after k characters: (length + 1). */
  readonly blank: Float64Array;
  /** Score of being in character k as class c: (length, 38), of the step before and of this one. */
  readonly inside: Float64Array;
  readonly next: Float64Array;
  /** Best and second best class of each character at the step before, so that a different neighbour is found at once. */
  readonly top: Int16Array;
  readonly second: Int16Array;
  readonly cameInside: Uint8Array;
  readonly cameBlank: Uint8Array;
};

function newSearch(steps: number, length: number): Search {
  const search = {
    length,
    blank: new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY),
    inside: new Float64Array(length * classCount).fill(Number.NEGATIVE_INFINITY),
    next: new Float64Array(length * classCount),
    top: new Int16Array(length).fill(-1),
    second: new Int16Array(length).fill(-1),
    cameInside: new Uint8Array(steps * length * classCount),
    cameBlank: new Uint8Array(steps * (length + 1)),
  };
  search.blank[0] = 0;
  return search;
}

function advance(search: Search, likely: LikelyClasses, penalties: Penalties, step: number): void {
  const { length, inside, next } = search;
  next.fill(Number.NEGATIVE_INFINITY);
  // Character k cannot come before step k, nor so late that the rest does not fit.
  const highest = Math.min(length - 1, step);
  const lowest = Math.max(0, length - (likely.steps - step));
  for (let k = lowest; k <= highest; k++) advanceCharacter(search, likely, penalties.at(k), step, k);
  advanceBlank(search, likely.blank[step] as number, step);
  inside.set(next);
  rankClasses(search, likely.classes, likely.from[step] as number, likely.from[step + 1] as number);
}

function advanceCharacter(search: Search, likely: LikelyClasses, charges: Float32Array, step: number, k: number): void {
  const { length, blank, inside, next, cameInside } = search;
  const before = blank[k] as number;
  const stop = likely.from[step + 1] as number;
  for (let i = likely.from[step] as number; i < stop; i++) {
    const c = likely.classes[i] as number;
    const at = k * classCount + c;
    const charge = charges[c] as number;
    const neighbour = k > 0 ? otherTop(search, k - 1, c) : -1;
    const direct = neighbour < 0 ? Number.NEGATIVE_INFINITY : (inside[(k - 1) * classCount + neighbour] as number) + charge;
    let score = inside[at] as number;
    let came = fromSame;
    if (before + charge > score) {
      score = before + charge;
      came = fromBlank;
    }
    if (direct > score) {
      score = direct;
      came = fromClass + neighbour;
    }
    next[at] = score + (likely.logProbs[i] as number);
    cameInside[(step * length + k) * classCount + c] = came;
  }
}

function otherTop({ top, second }: Search, k: number, c: number): number {
  return top[k] === c ? (second[k] as number) : (top[k] as number);
}

function advanceBlank(search: Search, logProb: number, step: number): void {
  const { length, blank, inside, top, cameBlank } = search;
  for (let k = length; k >= 0; k--) {
    let score = blank[k] as number;
    let came = fromBlank;
    const last = k > 0 ? (top[k - 1] as number) : -1;
    if (last >= 0 && (inside[(k - 1) * classCount + last] as number) > score) {
      score = inside[(k - 1) * classCount + last] as number;
      came = fromClass + last;
    }
    blank[k] = score + logProb;
    cameBlank[step * (length + 1) + k] = came;
  }
}

function rankClasses({ length, inside, top, second }: Search, classes: Uint8Array, start: number, stop: number): void {
  for (let k = 0; k < length; k++) {
    let best = Number.NEGATIVE_INFINITY;
    let runnerUp = Number.NEGATIVE_INFINITY;
    top[k] = -1;
    second[k] = -1;
    for (let i = start; i < stop; i++) {
      const c = classes[i] as number;
      const score = inside[k * classCount + c] as number;
      if (score > best) {
        runnerUp = best;
        second[k] = top[k] as number;
        best = score;
        top[k] = c;
      } else if (score > runnerUp) {
        runnerUp = score;
        second[k] = c;
      }
    }
  }
}

function trace(search: Search, likely: LikelyClasses, penalties: Penalties): AlignedLine | undefined {
  const { length, blank, inside, top, cameInside, cameBlank } = search;
  const last = length > 0 ? (top[length - 1] as number) : -1;
  const ending = last < 0 ? Number.NEGATIVE_INFINITY : (inside[(length - 1) * classCount + last] as number);
  let score = Math.max(ending, blank[length] as number);
  if (score === Number.NEGATIVE_INFINITY) return undefined;
  const classes = new Uint8Array(length);
  const first = new Int16Array(length);
  const end = new Int16Array(length);
  let k = ending > (blank[length] as number) ? length - 1 : length;
  let c = k === length ? 0 : last;
  if (c > 0) end[k] = likely.steps;
  for (let step = likely.steps - 1; step >= 0; step--) {
    const came = c === 0 ? (cameBlank[step * (length + 1) + k] as number) : (cameInside[(step * length + k) * classCount + c] as number);
    if (c > 0 && came !== fromSame) {
      classes[k] = c;
      first[k] = step;
      score -= penalties.at(k)[c] as number;
    }
    if (came >= fromClass) {
      k -= 1;
      c = came - fromClass;
      end[k] = step;
    } else if (came === fromBlank) {
      c = 0;
    }
  }
  return { classes, first, end, logProb: score };
}
