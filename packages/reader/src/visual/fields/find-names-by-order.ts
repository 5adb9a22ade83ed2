import type { TextReading } from '../recognise/text-reading.ts';
import { type FoundValues, medianCap, rowOf } from './find-by-order.ts';
import { type FoundValue, valueOfLines } from './found-value.ts';
import type { FoundLabel } from './labels/find-labels.ts';
import { namedOtherwise } from './labels/named-otherwise.ts';
import { capHeight, type PageLines } from './lines/page-lines.ts';

/** Names are set as the dates are, nearly, begin where each other does, and are clearly legible. */
const heights = { least: 0.7, most: 1.35 };
const maxIndent = 1.5;
const minConfidence = 0.9;
/** By its place alone a name is believed no more than this. */
const mostByOrder = 0.7;
const nameLook = /^\p{Lu}[\p{L}' ,-]{2,}$/u;

/**
 * Surname and given names that nothing names, on a document whose zone is not shown: the first two
 * lines of a column above the date of birth (ICAO 9303-3, 3.1), where no label of the page is
 * legible enough to tell names.
 */
export function findNamesByOrder(
  found: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
): Partial<Record<'surname' | 'given_names', FoundValue>> {
  const cap = medianCap(found);
  const birth = rowOf(found.birth_date);
  if (cap === undefined || birth === undefined || found.given_names) return {};
  const top = rowOf(found.document_number) ?? 0;
  const isLabel = new Set(labels.map(({ reading }) => reading));
  const isOther = namedOtherwise('given_names', found, labels, lines);
  const isName = (reading: TextReading) => {
    const ratio = capHeight(reading) / cap;
    const { baseLine } = reading.line;
    const isSized = ratio > heights.least && ratio < heights.most && baseLine > top && baseLine < birth - cap;
    return (
      isSized && !isLabel.has(reading) && !isOther(reading) && reading.confidence >= minConfidence && nameLook.test(reading.text.trim())
    );
  };
  const names = lines.free().filter(isName);
  const value = (reading: TextReading) => valueOfLines([reading], mostByOrder * reading.confidence);
  const surname = found.surname?.stretches.at(-1)?.reading.line;
  if (surname) {
    const below = names.filter(({ line }) => Math.abs(line.left - surname.left) < maxIndent * cap && isBelow(surname, line, cap));
    return below.length === 1 ? { given_names: value(below[0]!) } : {};
  }
  const column = names.filter(({ line }) => names.every((other) => Math.abs(other.line.left - line.left) < maxIndent * cap));
  const [first, second] = column;
  if (!first || !second || column.length !== 2 || second.line.capTop < first.line.baseLine) return {};
  return { surname: value(first), given_names: value(second) };
}

/** From the surname to the given names, in heights of capitals. */
const farthestBelow = 4;
function isBelow(upper: TextReading['line'], lower: TextReading['line'], cap: number): boolean {
  return lower.capTop > upper.baseLine && lower.baseLine - upper.baseLine < farthestBelow * cap;
}
