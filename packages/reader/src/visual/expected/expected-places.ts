import { medianCap } from '../fields/find-by-order.ts';
import type { FoundFields } from '../fields/find-fields.ts';
import { capHeight } from '../fields/lines/page-lines.ts';
import type { TextLine } from '../lines/measure-row.ts';
import { commonCount } from '../match/common-count.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualKey } from '../visual-reading.ts';

/**
 * What was read of a value may go on on both sides, where a picture, a stamp or a hologram lies
 * under it or across it: so far, and so long are dates and numbers; in heights of capitals.
 */
const before = 2.4;
const behind = 2.4;
const length = 9;
const minLong = 12;
/** A line of values is as high as others, or nearly; where it touches something, so much higher. */
const heights = { least: 0.72, most: 1.4, touching: 2.2 };
/**
 * So many of its signs are digits; or it has this share of what is looked for, and so much else.
 */
const minDigits = 2;
const minCommon = 0.6;
const maxOthers = 4;
/** Where a line is read as surely as this, its first digit is one. */
const minRead = 0.8;
/** So many places are looked at, at most. */
const maxPlaces = 16;
/** A day in one digit may be the end of one in two. */
export const shortDay = /^\d\D/;

/**
 * Where values may stand that were not found: lines of which a part was read, as far as they may go
 * on.
 *
 * @param wanted plain texts of the values that are looked for
 */
export function listExpectedPlaces(found: FoundFields, wanted: readonly string[]): TextLine[] {
  const cap = medianCap(found.values);
  if (cap === undefined) return [];
  return [...found.free, ...linesOfDoubtful(found)]
    .filter((reading) => isHighEnough(reading, cap) && mayBePart(reading, wanted))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, maxPlaces)
    .map((reading) => widen(reading, cap));
}

/** Lines on which less was found than there is, or may be: `7 JAN 2020`, `DEUTSCH / 07.`. */
function linesOfDoubtful({ values, checks }: FoundFields): TextReading[] {
  return Object.entries(values).flatMap(([key, { value, stretches }]) =>
    stretches.flatMap(({ reading }) => {
      const isPart = countDigits(reading.text) >= countDigits(value) + minDigits;
      return isPart || shortDay.test(value) || checks[key as VisualKey] === 'not_found' ? reading : [];
    }),
  );
}

function countDigits(text: string): number {
  return text.match(/\d/g)?.length ?? 0;
}

function isHighEnough(reading: TextReading, cap: number): boolean {
  const height = capHeight(reading) / cap;
  return height > heights.least && height < heights.touching;
}

function mayBePart({ text, plain }: TextReading, wanted: readonly string[]): boolean {
  return (
    countDigits(text) >= minDigits ||
    wanted.some((expected) => {
      const common = commonCount(expected, plain);
      return common >= minCommon * expected.length && plain.length - common <= maxOthers;
    })
  );
}

/**
 * A line as far as it may go on, from its first digit where it was read well; one that is too high
 * for a line of values stands on its foot.
 */
function widen({ line, characters, confidence, firstStepAt, pixelsPerStep }: TextReading, cap: number): TextLine {
  const top = line.baseLine - line.capTop > heights.most * cap ? line.baseLine - cap : line.capTop;
  const digit = confidence >= minRead ? characters.find(({ character }) => /\d/.test(character)) : undefined;
  const begin = digit ? Math.max(line.left, firstStepAt + digit.from * pixelsPerStep) : line.left;
  const left = begin - before * cap;
  const right = Math.max(line.right, begin + length * cap) + behind * cap;
  // Few letters do not tell how a line runs: documents have theirs level.
  const isLong = line.right - line.left > minLong * cap;
  const slope = isLong ? line.slope : 0;
  const drop = isLong ? slope * (left - line.left) : (line.slope * (line.right - line.left)) / 2;
  return { ...line, left, right, slope, capTop: top + drop, baseLine: line.baseLine + drop };
}
