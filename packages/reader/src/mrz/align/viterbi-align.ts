import type { ClassPenalties } from './class-penalties.ts';
import type { LikelyClasses } from './likely-classes.ts';
import { advance, bestInside, fromBlank, fromClass, fromSame, newSearch, prune, type ViterbiSearch } from './viterbi-search.ts';

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

function trace(search: ViterbiSearch, likely: LikelyClasses, penalties: ClassPenalties): AlignedLine {
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
