import type { LikelyClasses } from './likely-classes.ts';

/**
 * A line that ends after so many characters of its most probable path; what follows is ignored.
 * Steps keep their numbers.
 */
export function keepCharacters(likely: LikelyClasses, count: number): LikelyClasses {
  const steps = beginOf(likely, count);
  const end = likely.from[steps]!;
  return {
    steps,
    from: likely.from.subarray(0, steps + 1),
    classes: likely.classes.subarray(0, end),
    logProbs: likely.logProbs.subarray(0, end),
    continues: likely.continues.subarray(0, end),
    blank: likely.blank.subarray(0, steps),
    bestBefore: likely.bestBefore.subarray(0, steps + 1),
    bestPath: likely.bestBefore[steps]!,
  };
}

/** The step at which a character begins, counted from 0; the number of steps if there is none. */
function beginOf(likely: LikelyClasses, character: number): number {
  let begun = 0;
  let previous = 0;
  for (let step = 0; step < likely.steps; step++) {
    const top = topClass(likely, step);
    if (top !== 0 && top !== previous && begun++ === character) return step;
    previous = top;
  }
  return likely.steps;
}

function topClass({ from, classes, logProbs, blank }: LikelyClasses, step: number): number {
  let top = 0;
  let best = blank[step]!;
  for (let i = from[step]!; i < from[step + 1]!; i++) {
    if (logProbs[i]! <= best) continue;
    best = logProbs[i]!;
    top = classes[i]!;
  }
  return top;
}
