import type { TextLine } from '../../lines/measure-row.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { type FoundValues, medianCap } from '../find-by-order.ts';
import { findWithin, plainText } from '../labels/compare-letters.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import { capHeight } from '../lines/page-lines.ts';
import { placeBelowLabel } from './place-below-label.ts';

/**
 * Words of its label; the place is only looked at, so they need not be as legible as labels are.
 */
const words = ['sexo', 'sexe', 'sesso', 'geschlecht'];
const minLikeness = 0.74;
const longest = 24;
/** A sex is a letter or two words of a few. */
const mostOfValue = 9;
const mostPlaces = 3;
const lowest = 0.7;
const highest = 1.4;

/**
 * Where a sex may stand that was not found: what is beside or below its label, or would be, and
 * short lines with its letter.
 */
export function placesOfSex(sex: string, free: readonly TextReading[], labels: readonly FoundLabel[], values: FoundValues): TextLine[] {
  const named = labels.filter(({ key }) => key === 'sex');
  const own = named.length > 0 ? named : free.flatMap((reading) => (isAlike(reading.text) ? labelOf(reading) : []));
  const short = free.filter(({ text }) => text.trim().length <= mostOfValue);
  const near = own.flatMap((label) =>
    [valueNearLabel(label, short, labels)?.line ?? [], placeBelowLabel(label, labels, values) ?? []].flat(),
  );
  const cap = medianCap(values) ?? 0;
  const isSized = (reading: TextReading) => capHeight(reading) > lowest * cap && capHeight(reading) < highest * cap;
  const lettered = short.filter((reading) => isSized(reading) && reading.text.trim().length > 1 && reading.text.includes(sex));
  return [...near, ...lettered.map(({ line }) => line)].slice(0, mostPlaces);
}

function isAlike(text: string): boolean {
  const { letters } = plainText(text);
  return text.trim().length <= longest && words.some((word) => findWithin(word, letters).likeness >= minLikeness);
}

function labelOf(reading: TextReading): FoundLabel {
  return { key: 'sex', reading, likeness: minLikeness, behind: undefined };
}
