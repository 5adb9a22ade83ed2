import type { TextReading } from '../../recognise/text-reading.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { type PageLines, showTheSame } from '../lines/page-lines.ts';
import { type FoundLabel, isOfLabel } from './find-labels.ts';
import { valueNearLabel } from './value-near-label.ts';

/** A label that tells what a value is not is this legible. */
const minLikeness = 0.85;

/**
 * Lines that legible labels of other kinds name: none of them is a value of this kind. Labels whose
 * values were found name no further ones.
 */
export function namedOtherwise(
  key: VisualKey,
  values: Readonly<Partial<Record<VisualKey, unknown>>>,
  labels: readonly FoundLabel[],
  lines: PageLines,
): (reading: TextReading) => boolean {
  const candidates = lines.readings.filter((reading) => !isOfLabel(reading, labels));
  const named = labels
    .filter((label) => label.key !== key && (label.key === 'other' || !values[label.key]) && label.likeness >= minLikeness)
    .flatMap((label) => valueNearLabel(label, candidates, labels) ?? []);
  return (reading) => named.some((other) => showTheSame(other, reading));
}
