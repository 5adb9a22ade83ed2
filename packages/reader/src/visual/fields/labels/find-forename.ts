import type { FoundValue } from '../found-value.ts';
import type { PageLines } from '../lines/page-lines.ts';
import { findWithin, plainText } from './compare-letters.ts';
import { findLabelled } from './find-labelled.ts';
import type { FoundLabel } from './find-labels.ts';

const minLikeness = 0.8;

/** `Name` is a label of surnames, but that of given names where another one says `Surname`. */
export function findForename(labels: readonly FoundLabel[], lines: PageLines): FoundValue | undefined {
  const ofSurnames = labels.filter(({ key }) => key === 'surname');
  const isSurname = ({ reading }: FoundLabel) => findWithin('surname', plainText(reading.text).letters).likeness >= minLikeness;
  if (!ofSurnames.some(isSurname)) return undefined;
  const asForename = (label: FoundLabel): FoundLabel =>
    label.key === 'surname' && /^names?$/.test(plainText(label.reading.text).letters) ? { ...label, key: 'given_names' } : label;
  return findLabelled('given_names', labels.map(asForename), lines);
}
