import type { Form } from './answer.ts';

/**
 * `number` is null where it is not at its usual place: long ones, and Spanish cards, which print
 * another number there.
 */
export type ExpectedForm = Omit<Form, 'number'> & { readonly number: string | null };

interface Places {
  readonly number: string;
  readonly isElsewhere: boolean;
  readonly birth: string;
  readonly expiry: string;
  readonly names: string;
}

/**
 * What a form is filled with from lines as printed; undefined for formats that are not ICAO's (Doc
 * 9303 parts 4 to 7).
 */
export function expectedForm(lines: readonly string[], format: string | null): ExpectedForm | undefined {
  const places =
    format === 'TD1' ? cardPlaces(lines) : ['TD2', 'TD3', 'MRVA', 'MRVB'].includes(format ?? '') ? pagePlaces(lines) : undefined;
  if (places === undefined) return undefined;
  const [surname = '', ...given] = places.names.split('<<');
  return {
    number: places.isElsewhere ? null : words(places.number).replaceAll(' ', ''),
    date_of_birth: words(places.birth),
    expiration_date: words(places.expiry),
    surname: words(surname),
    names: words(given.join('<<')),
  };
}

/** Whether a form says what it should, fillers and blanks aside. */
export function isFormRight(expected: ExpectedForm, form: Form | undefined): boolean {
  if (form === undefined) return false;
  const { number, ...others } = expected;
  const isNumberRight = number === null || words(form.number).replaceAll(' ', '') === number;
  return isNumberRight && Object.entries(others).every(([key, value]) => words(form[key as keyof Form]) === value);
}

function cardPlaces([first = '', second = '', third = '']: readonly string[]): Places {
  const isElsewhere = first[14] === '<' || /^I[DX]ESP/.test(first);
  return { number: first.slice(5, 14), isElsewhere, birth: second.slice(0, 6), expiry: second.slice(8, 14), names: third };
}

function pagePlaces([first = '', second = '']: readonly string[]): Places {
  const isElsewhere = second[9] === '<';
  return { number: second.slice(0, 9), isElsewhere, birth: second.slice(13, 19), expiry: second.slice(21, 27), names: first.slice(5) };
}

function words(text: string): string {
  return text.replaceAll('<', ' ').trim().replace(/ +/g, ' ');
}
