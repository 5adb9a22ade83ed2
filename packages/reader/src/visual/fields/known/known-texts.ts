import { computeCheckDigit, type MrzDocument } from '@ocr-web/mrz';
import { datePattern } from '../../match/date-pattern.ts';
import { mayBeSpelt, namePattern } from '../../match/name-pattern.ts';
import { numberPattern } from '../../match/number-pattern.ts';
import type { TextPattern } from '../../match/text-pattern.ts';
import { onceFor } from '../../once-for.ts';
import type { VisualKey } from '../../visual-reading.ts';

/** Something that a zone says, in the forms in which it may be printed, the most usual first. */
export type KnownText = {
  readonly key: VisualKey;
  /** Words that may stand on a line each; empty for what is never parted. */
  readonly words: readonly string[];
  readonly patterns: readonly TextPattern[];
  /** A name letter by letter, where the zone may spell one letter as two: `UE` is no Ü here. */
  readonly byLetter?: TextPattern;
  /** Whether the zone had no room for all of it, so that print may go on where it ends. */
  readonly isCut?: boolean;
  /** A number is printed with its check digit as well, as on the identity cards of some states. */
  readonly withCheckDigit?: TextPattern;
};

/** What the zone says of names, numbers and dates, in patterns that are the same each time. */
export const listKnownTexts = onceFor(makeKnownTexts);

function makeKnownTexts(document: MrzDocument): readonly KnownText[] {
  const { names, birthDate, expiryDate, numbers } = document;
  const known: KnownText[] = [];
  const addNames = (key: VisualKey, text: string | undefined, isCut: boolean) => {
    const words = text?.split(' ') ?? [];
    if (words.length > 0) known.push({ key, words, patterns: [namePattern(words)], ...spelt(words), ...(isCut && { isCut }) });
  };
  const addDate = (key: 'birth_date' | 'expiry_date', date: MrzDocument['birthDate']) => {
    const day = date?.day ?? dayOf(document.fields[key === 'birth_date' ? 'birthDate' : 'expiryDate']?.value);
    const isPast = key === 'birth_date';
    if (day) known.push({ key, words: [], patterns: [datePattern(day, 4, isPast), datePattern(day, 2)] });
  };
  const addNumber = (key: VisualKey, number: string | undefined) => {
    if (number !== undefined && number.length >= 4)
      known.push({ key, words: [], patterns: [numberPattern(number)], ...checked(key, number) });
  };
  const isCut = names?.truncated === true;
  addNames('surname', names?.surname, isCut && !names?.givenNames);
  addNames('given_names', names?.givenNames, isCut);
  addNumber('document_number', numbers.document?.value);
  addNumber('personal_number', numbers.personal?.value);
  addNumber('support_number', numbers.support?.value);
  addDate('birth_date', birthDate);
  addDate('expiry_date', expiryDate);
  return known;
}

function spelt(words: readonly string[]): Pick<KnownText, 'byLetter'> {
  return words.some(mayBeSpelt) ? { byLetter: namePattern(words, []) } : {};
}

function checked(key: VisualKey, number: string): Pick<KnownText, 'withCheckDigit'> {
  const digit = key === 'document_number' ? computeCheckDigit(number) : undefined;
  return digit === undefined ? {} : { withCheckDigit: numberPattern(`${number}${digit}`) };
}

/** Six digits that name no day, as of the 29th of February 1911: print may say the same. */
function dayOf(raw = ''): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const [, year, month, day] = (/^(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(raw) ?? []).map(Number);
  return year === undefined || !month || !day ? undefined : { year: 2000 + year, month, day };
}
