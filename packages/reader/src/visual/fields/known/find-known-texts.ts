import type { TextReading } from '../../recognise/text-reading.ts';
import { withBothMarks } from '../dates/write-date.ts';
import type { FoundValue } from '../found-value.ts';
import { showTheSame } from '../lines/page-lines.ts';
import type { Search } from '../search.ts';
import { findKnown, isClear, isShown, minOfOther, mostDisputed } from './find-known.ts';
import type { KnownText } from './known-texts.ts';
import { partNames } from './part-names.ts';

/** Names, numbers and dates of the zone where they are printed. */
export function findKnownTexts(known: readonly KnownText[], search: Search): void {
  const { values, checks, lines, joined, looks, keep } = search;
  for (const text of known) {
    const seen = findKnown(text, lines.readings) ?? findKnown(text, joined);
    const found = (seen && spellingOf(seen, text, looks)) ?? findKnown(text, looks, isClear);
    keep(text.key, asWritten(text, found));
    const value = values[text.key];
    checks[text.key] = value && !isDenied(value, text, looks) ? 'match' : 'not_found';
  }
  partNames(known, search, isDenied);
}

/** A name as the closer look that is surest of its accents shows it in its place. */
function spellingOf(seen: FoundValue, text: KnownText, looks: readonly TextReading[]): FoundValue {
  const [stretch] = seen.stretches;
  if (text.words.length === 0 || !stretch || seen.stretches.length > 1 || seen.isDoubtful) return seen;
  const own = looks.filter((look) => showTheSame(stretch.reading, look));
  const look = own.length > 0 ? findKnown(text, own, isClear) : undefined;
  const isSurer = look !== undefined && look.confidence > Math.max(minOfOther, seen.confidence);
  return isSurer ? { ...seen, value: look.value, confidence: Math.min(mostDisputed, look.confidence) } : seen;
}

/** A date of which a mark was missed. */
const mostHalfParted = 0.9;

/** A value as it is printed: of dates with both marks. */
function asWritten({ key }: KnownText, found: FoundValue | undefined): FoundValue | undefined {
  const value = found && (key === 'birth_date' || key === 'expiry_date') ? withBothMarks(found.value) : found?.value;
  if (!found || value === undefined || value === found.value) return found;
  return { ...found, value, confidence: Math.min(mostHalfParted, found.confidence) };
}

/**
 * Closer looks at a doubtful value of which none shows it, or more show another one: what is
 * printed may be that.
 */
export function isDenied({ isDoubtful, stretches }: FoundValue, text: KnownText, looks: readonly TextReading[]): boolean {
  if (!isDoubtful) return false;
  const own = looks.filter((look) => stretches.some(({ reading }) => showTheSame(reading, look)));
  // A value on several lines is shown by looks at all of them.
  if (stretches.length > 1) return own.some(isLegible) && findKnown(text, own, isShown) === undefined;
  const isShownIn = (look: TextReading) => findKnown(text, [look], isShown) !== undefined;
  const showing = own.filter(isShownIn).length;
  return own.filter((look) => isLegible(look) && !isShownIn(look)).length > showing;
}

/** What looks show that are less legible than this denies nothing. */
const minLegible = 0.6;
const isLegible = ({ confidence }: TextReading) => confidence >= minLegible;
