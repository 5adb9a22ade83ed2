import { type FoundText, findPattern } from '../match/find-pattern.ts';
import { namePattern } from '../match/name-pattern.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import { type FoundValues, medianCap, rowOf } from './find-by-order.ts';
import { findLabelled } from './find-labelled.ts';
import type { FoundLabel } from './find-labels.ts';
import type { FoundValue } from './found-value.ts';
import { nationalityWords } from './nationality-words.ts';
import { capHeight, type PageLines } from './page-lines.ts';

/** The nationality as printed, and whether it says what the zone's code says. */
export type FoundNationality = { readonly value: FoundValue; readonly agrees: boolean };

/** The most that anything is believed which nothing proves. */
const mostUnproved = 0.94;
/** A nationality is printed as high as other values; a country's name on top is larger. */
const heights = { least: 0.72, most: 1.4 };
/** How far it is from the row of the date of birth, in heights of capitals, at most. */
const maxRows = 14;

/** A line with one of the words of the zone's nationality, or what its label names. */
export function findNationality(
  code: string | undefined,
  values: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
): FoundNationality | undefined {
  const labelled = findLabelled('nationality', labels, lines);
  if (code === undefined) return labelled && { value: labelled, agrees: false };
  if (labelled && labelled.value.toUpperCase() === code) return { value: labelled, agrees: true };
  const isLabel = new Set(labels.map(({ reading }) => reading));
  const free = lines.free().filter((reading) => !isLabel.has(reading));
  const words = (nationalityWords[code] ?? '').split(' ').filter((word) => word !== '');
  const lowest = rowOf(values.surname) ?? Number.POSITIVE_INFINITY;
  // The issuing State's code stands above the names (ICAO 9303-3, 3.1), that of nationality below.
  const codes =
    code.length === 3
      ? findPattern(
          namePattern([code]),
          free.filter(({ text, line }) => text.trim().length === 3 && line.baseLine > lowest),
        )
      : [];
  const found = [...words.flatMap((word) => findPattern(namePattern([word]), free)), ...codes];
  const best = found.filter((one) => stands(one, values)).sort((a, b) => rate(b, values, labelled) - rate(a, values, labelled))[0];
  if (best) return { value: wholeLine(best), agrees: true };
  return labelled && { value: labelled, agrees: false };
}

function stands({ reading }: FoundText, values: FoundValues): boolean {
  const cap = medianCap(values);
  const ratio = cap === undefined ? 1 : capHeight(reading) / cap;
  return ratio >= heights.least && ratio <= heights.most;
}

function rate({ reading, meanCost }: FoundText, values: FoundValues, labelled: FoundValue | undefined): number {
  const cap = medianCap(values) ?? capHeight(reading);
  const row = rowOf(values.birth_date) ?? rowOf(values.given_names);
  const away = row === undefined ? 0 : Math.min(maxRows, Math.abs(reading.line.baseLine - row) / cap);
  const isLabelled = labelled?.stretches.some((stretch) => stretch.reading === reading) === true;
  return meanCost + (isLabelled ? 1.5 : 0) - 0.12 * away - Math.abs(Math.log(capHeight(reading) / cap));
}

/** The line on which a word was found, the word itself as it is known. */
function wholeLine({ reading, alignment, text }: FoundText): FoundValue {
  const middle = ({ from, to }: TextReading['characters'][number]) => (from + to) / 2;
  const before = reading.characters.filter((character) => middle(character) < alignment.from);
  const after = reading.characters.filter((character) => middle(character) > alignment.to);
  const value = [...before.map(({ character }) => character), text, ...after.map(({ character }) => character)].join('').trim();
  const sure = [...before, ...after].reduce((product, { confidence }) => product * confidence, 1);
  return { value, confidence: Math.min(mostUnproved, sure), stretches: [{ reading, from: 0, to: reading.scores.steps }] };
}
