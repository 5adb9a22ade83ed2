import { filler } from '../alphabet.ts';

/** Names as printed, fillers turned to blanks and nothing else touched (ICAO Doc 9303-3 §4.6). */
export interface NamesReading {
  /** Primary identifier; undefined when the field begins with the separator or holds nothing. */
  readonly surname: string | undefined;
  /** Secondary identifier; undefined when none is printed. */
  readonly givenNames: string | undefined;
  /** First and second surname, only where the issuer uses two and exactly two words are printed. */
  readonly surnames: readonly [string, string] | undefined;
  /** True when the last position holds a letter: the rest may be missing (ICAO Doc 9303-3 §4.6). */
  readonly truncated: boolean;
  /** Both in the issuer's own script, where the letters can be read back one by one. */
  readonly native: { readonly surname: string; readonly givenNames: string } | undefined;
}

/** States whose citizens bear a first and a second surname, printed in this order. */
const twoSurnames = 'ESP MEX GTM HND SLV NIC CRI PAN CUB DOM COL VEN ECU PER BOL PRY CHL';

/** Reads a field that holds both identifiers, parted by the first `<<`. */
export function readNames(raw: string, issuer: string, nativeNames?: (name: string) => string): NamesReading {
  const text = trimFillers(raw);
  const separator = text.indexOf('<<');
  const surname = separator < 0 ? text : text.slice(0, separator);
  const given = separator < 0 ? '' : text.slice(separator + 2);
  return assemble(words(surname), words(given), issuer, endsInLetter(raw), nativeNames);
}

/** Reads surname and given names from a field each. */
export function readSplitNames(surname: string, given: string, issuer: string): NamesReading {
  return assemble(words(surname), words(given), issuer, endsInLetter(surname) || endsInLetter(given));
}

function assemble(
  surname: string,
  given: string,
  issuer: string,
  truncated: boolean,
  nativeNames?: (name: string) => string,
): NamesReading {
  return {
    surname: surname === '' ? undefined : surname,
    givenNames: given === '' ? undefined : given,
    surnames: issuer.length === 3 && twoSurnames.includes(issuer) ? inTwo(surname) : undefined,
    truncated,
    native: nativeNames && { surname: nativeNames(surname), givenNames: nativeNames(given) },
  };
}

function inTwo(surname: string): readonly [string, string] | undefined {
  const parts = surname.split(' ');
  return parts.length === 2 ? (parts as [string, string]) : undefined;
}

function endsInLetter(raw: string): boolean {
  return raw !== '' && !raw.endsWith(filler);
}

/** The text without the fillers at its end. */
export function trimFillers(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 60) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Fillers to single blanks, none at either end. */
function words(text: string): string {
  let result = '';
  let start = 0;
  while (start < text.length) {
    const gap = text.indexOf(filler, start);
    const end = gap < 0 ? text.length : gap;
    if (end > start) result += result === '' ? text.slice(start, end) : ` ${text.slice(start, end)}`;
    start = end + 1;
  }
  return result;
}
