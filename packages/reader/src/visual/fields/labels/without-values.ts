import type { VisualKey } from '../../visual-reading.ts';
import { capHeight } from '../lines/page-lines.ts';
import type { FoundLabel } from './find-labels.ts';
import { valueNearLabel } from './value-near-label.ts';

/** Values of free words, any of which may be a label somewhere: `KANTOR`, `ORDER`. */
const ofFreeWords: ReadonlySet<VisualKey | 'other'> = new Set(['surname', 'given_names', 'birth_name', 'place_of_birth']);
/** The label that names a value is as legible as this, and its letters are this much lower. */
const minLikeness = 0.85;
const maxRatio = 0.8;
/** A value begins where its label does, within so many heights of its capitals. */
const maxIndent = 1;

/** Labels without those that are the value of another one: set larger, and right below it. */
export function withoutValues(labels: readonly FoundLabel[]): FoundLabel[] {
  return labels.filter((one) => !isNamed(one, labels));
}

function isNamed(one: FoundLabel, labels: readonly FoundLabel[]): boolean {
  const cap = capHeight(one.reading);
  const others = labels.filter((other) => other !== one);
  return others.some(
    (label) =>
      ofFreeWords.has(label.key) &&
      label.likeness >= minLikeness &&
      label.behind === undefined &&
      capHeight(label.reading) <= maxRatio * cap &&
      Math.abs(label.reading.line.left - one.reading.line.left) <= maxIndent * cap &&
      valueNearLabel(label, [one.reading], others) !== undefined,
  );
}
