import { alignPattern } from '../../match/align-pattern.ts';
import { commonCount } from '../../match/common-count.ts';
import { graphOf } from '../../match/pattern-graph.ts';
import { plainCharacters } from '../../match/plain-letter.ts';
import type { TextPattern } from '../../match/text-pattern.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundValue } from '../found-value.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import { type Clearness, isAlone, maxShare, plainAs, printedInstead } from './printed-instead.ts';

const minCharacters = 4;
/** A shorter text may be another word than the one that was looked for, if nothing names it. */
const minUnnamed = 5;
/** What another label names, or other words stand beside, is compared from this on. */
const minWithin = 6;
/** What these labels name is a letter or a day: another text beside them is not theirs. */
const otherKinds: ReadonlySet<FoundLabel['key']> = new Set(['sex', 'birth_date', 'issue_date', 'expiry_date']);

/** What tells which lines may show a text: the labels of the page, and where other values stand. */
export type Surroundings = {
  /** Those that name it. */
  readonly own: readonly FoundLabel[];
  readonly labels: readonly FoundLabel[];
  /** Whether a line stands where the text must stand beside what was found. */
  readonly isInPlace: (reading: TextReading) => boolean;
};

/**
 * A text that is printed almost as the zone has it, and clearly not the same: one in four
 * characters, or fewer, are others. What is hardly legible is no finding. Of short texts only what
 * a label names, or what stands in its place, is compared.
 *
 * @param clearness how clearly each of the others must be one
 */
export function findDiffering(
  patterns: readonly TextPattern[],
  readings: readonly TextReading[],
  around: Surroundings,
  clearness: Clearness,
): FoundValue | undefined {
  const leastOf = leastCharacters(readings, around);
  const candidates = patterns.flatMap((pattern) =>
    readings.filter(saysAlmost(pattern)).flatMap((reading) => {
      const alignment = alignPattern(reading.scores, pattern);
      if (!alignment) return [];
      const least = isAlone(reading, alignment) ? leastOf(reading) : Math.max(leastOf(reading), minWithin);
      return printedInstead(reading, alignment, least, clearness) ?? [];
    }),
  );
  return candidates.sort((a, b) => b.confidence - a.confidence)[0];
}

/** How many characters a text that stands alone on a line must have. */
function leastCharacters(readings: readonly TextReading[], { own, labels, isInPlace }: Surroundings): (reading: TextReading) => number {
  const namedBy = (some: readonly FoundLabel[]) =>
    new Set(some.flatMap((label) => label.behind ?? valueNearLabel(label, readings, labels) ?? []));
  const named = namedBy(own);
  const others = namedBy(labels.filter((label) => !own.includes(label) && !otherKinds.has(label.key)));
  return (reading) => {
    if (named.has(reading)) return minCharacters;
    if (others.has(reading)) return minWithin;
    return isInPlace(reading) ? minCharacters : minUnnamed;
  };
}

/** Tells of a line whether it has all characters of a text but those that may differ. */
export function saysAlmost(pattern: TextPattern): (reading: TextReading) => boolean {
  const expected = plainCharacters(pattern.expected);
  const least = (1 - maxShare) * Math.max(minCharacters, graphOf(pattern).leastCounted);
  return ({ plain }) => commonCount(expected, plainAs(expected, plain)) >= least;
}
