import type { MrzDocument } from '@ocr-web/mrz';
import type { FoundValue } from '../found-value.ts';
import type { PageLines } from '../lines/page-lines.ts';
import { plainText } from './compare-letters.ts';
import { findLabelled } from './find-labelled.ts';
import type { FoundLabel } from './find-labels.ts';

/** What cards of identity are called on other documents. */
const ofCard = /^(n[or]*|number|numero)?(do|de)?(id|identity|identite|identidad|national|ic|bi|cedula|ci|dni)(card|no|n$|number|document)/;

/**
 * On a passport the number of the holder's identity card is the person's: `ID No`, `Identity card
 * No`. On a card it is that of the document.
 */
export function findIdentityNumber(
  document: MrzDocument | undefined,
  labels: readonly FoundLabel[],
  lines: PageLines,
): FoundValue | undefined {
  if (document?.format !== 'TD3') return undefined;
  const isOfCard = ({ reading }: FoundLabel) => reading.text.split(/[/:|]/).some((part) => ofCard.test(plainText(part).letters));
  const asPersons = (label: FoundLabel): FoundLabel =>
    label.key === 'document_number' && isOfCard(label) ? { ...label, key: 'personal_number' } : label;
  return findLabelled('personal_number', labels.map(asPersons), lines);
}
