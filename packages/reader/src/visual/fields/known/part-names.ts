import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundValue, Stretch } from '../found-value.ts';
import { showTheSame } from '../lines/page-lines.ts';
import { partReading } from '../lines/part-reading.ts';
import type { Search } from '../search.ts';
import { lessSure } from './doubt-known.ts';
import { findKnown, isClear } from './find-known.ts';
import type { KnownText } from './known-texts.ts';

/** Two names are one print where they share this much of the shorter one. */
const minCommon = 0.5;

/** A name that may be the other one. */
const mostOfEither = 0.9;

/**
 * A name that is found where the other one stands, or within it, is none of its own: a word that is
 * a surname and a given name is printed twice. Where the zone has the same for both, and it is
 * printed once, that may be either.
 *
 * @param isDenied whether closer looks show something else where a value stands
 */
export function partNames(
  known: readonly KnownText[],
  { values, checks, lines, joined, looks, keep }: Search,
  isDenied: (value: FoundValue, text: KnownText, looks: readonly TextReading[]) => boolean,
): void {
  const { surname, given_names: given } = values;
  if (!surname || !given || !isOnePrint(surname, given)) return;
  const wordsOf = (key: string) => known.find((text) => text.key === key)?.words.join(' ') ?? '';
  const [surnames, givenNames] = [wordsOf('surname'), wordsOf('given_names')];
  const part = surnames.length > givenNames.length ? 'given_names' : 'surname';
  const whole = values[part === 'surname' ? 'given_names' : 'surname']!;
  const isElsewhere = (reading: TextReading) => !whole.stretches.some((stretch) => showTheSame(stretch.reading, reading));
  const text = known.find(({ key }) => key === part)!;
  const other =
    findKnown(text, [...whole.stretches.flatMap(besides), ...[...lines.readings, ...joined].filter(isElsewhere)]) ??
    findKnown(text, looks.filter(isElsewhere), isClear);
  if (!other && surnames === givenNames) {
    for (const key of ['surname', 'given_names'] as const) {
      checks[key] = 'not_found';
      values[key] = lessSure(values[key]!, mostOfEither);
    }
    return;
  }
  delete values[part];
  keep(part, other);
  checks[part] = other && !isDenied(other, text, looks) ? 'match' : 'not_found';
}

/** What stands on the line of a stretch before and behind it. */
function besides({ reading, from, to }: Stretch): TextReading[] {
  return [partReading(reading, 0, from), partReading(reading, to, reading.scores.steps)].filter((part) => part !== undefined);
}

/** Whether two values are the same print, or one is a part of the other. */
function isOnePrint(one: FoundValue, other: FoundValue): boolean {
  return one.stretches.some((a) => other.stretches.some((b) => showTheSame(a.reading, b.reading) && overlap(a, b)));
}

function overlap(a: Stretch, b: Stretch): boolean {
  const [[left, right], [from, to]] = [placeOf(a), placeOf(b)];
  return Math.min(right, to) - Math.max(left, from) > minCommon * Math.min(right - left, to - from);
}

/** Where a stretch begins and ends, pixels of the flat page. */
function placeOf({ reading: { firstStepAt, pixelsPerStep }, from, to }: Stretch): readonly [number, number] {
  return [firstStepAt + from * pixelsPerStep, firstStepAt + to * pixelsPerStep];
}
