import type { FoundValues } from '../find-by-order.ts';
import type { FoundValue } from '../found-value.ts';
import { findWithin, plainText } from '../labels/compare-letters.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import type { Search } from '../search.ts';
import { isLowPrint } from './low-print.ts';

/** A note, or what stands over a ghost portrait. */
const mostOfLow = 0.9;
/** A name alone, which no label names, may be another person's. */
const mostOfLone = 0.9;
/**
 * What States put into the zone's optional data is a person's number or another one (ICAO 9303-4).
 */
const mostOfNumber = 0.94;
/** Whose names a page may have beside the bearer's: so much of a label is one of these. */
const relatives = ['father', 'mother', 'parents', 'spouse', 'padre', 'madre', 'conyuge', 'mutter', 'parinti'];
const minLikeness = 0.85;

const names = ['surname', 'given_names'] as const;

/**
 * Known texts that are printed on a page may be printed there as something else: a name as that of
 * a parent, a date over a ghost portrait. The first are none of the bearer's, the others not sure.
 */
export function doubtKnown({ values, checks }: Search, labels: readonly FoundLabel[]): void {
  const ofRelatives = labels.filter(({ reading }) => namesRelative(reading.text));
  for (const key of names) {
    if (!values[key] || !isNamedBy(ofRelatives, values[key], labels)) continue;
    delete values[key];
    checks[key] = 'not_found';
  }
  for (const [key, other] of [names, [...names].reverse()] as const) {
    const own = labels.filter((label) => label.key === key);
    if (values[key] && !values[other] && !isNamedBy(own, values[key], labels)) values[key] = lessSure(values[key], mostOfLone);
  }
  const number = values.personal_number;
  const ofNumber = labels.filter(({ key }) => key === 'personal_number');
  if (number && !isNamedBy(ofNumber, number, labels)) values.personal_number = lessSure(number, mostOfNumber);
  const low = Object.entries(values).filter(([, value]) => isLowPrint(value, values)) as [keyof FoundValues, FoundValue][];
  for (const [key, value] of low) values[key] = lessSure(value, mostOfLow);
}

function namesRelative(text: string): boolean {
  const { letters } = plainText(text);
  return relatives.some((word) => findWithin(word, letters).likeness >= minLikeness);
}

/** Whether a value stands where one of some labels has its own. */
function isNamedBy(some: readonly FoundLabel[], { stretches }: FoundValue, all: readonly FoundLabel[]): boolean {
  const readings = stretches.map(({ reading }) => reading);
  return some.some((label) => readings.includes(label.reading) || valueNearLabel(label, readings, all) !== undefined);
}

/** A value that is believed no more than `most`. */
export function lessSure<T extends FoundValue | undefined>(value: T, most: number): T {
  return value && { ...value, confidence: Math.min(most, value.confidence) };
}
