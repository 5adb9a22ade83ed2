import type { Words } from './language.ts';

/** What is wrong and the way out, in English. */
export const enIssues: Words['issues'] = {
  missing: { message: '{field} is missing.', wayOut: 'Type it.' },
  missing_name: { message: '{field} is missing.', wayOut: 'Type it. Whoever has one name only bears it as surname and as given name.' },
  missing_second_surname: {
    message: '{field} is missing.',
    wayOut: 'Type it from the front of the card: its machine readable zone does not part the surnames.',
  },
  contradicted: {
    message: '{field} was read as "{value}", and a check of the document contradicts it.',
    wayOut: 'Type it as the document prints it, or scan again.',
  },
  partial: { message: '{field} is not complete on the document: {value}.', wayOut: 'Ask the guest for the whole date and type it.' },
  impossible: { message: '{field} was read as "{value}", which is no day.', wayOut: 'Type it as the document prints it, or scan again.' },
  ambiguous: { message: '{field} "{value}" can mean two things on this document.', wayOut: 'Choose what the guest says.' },
  not_a_state: {
    message: '{field}: "{value}" is the code of no state.',
    wayOut: 'Type the code that the register lists for such a document, three letters; its help desk knows it.',
  },
  truncated: {
    message: '{field} "{value}" fills its line on the document, so the end may be missing.',
    wayOut: 'Compare with the document, and type the whole name.',
  },
  unsure: { message: '{field} was read as "{value}", but not surely.', wayOut: 'Compare with the document.' },
  form: { message: '{field} "{value}" is not written as the register wants it.', wayOut: 'Write it like {expected}.' },
  not_in_list: { message: '{field}: the register knows no "{value}".', wayOut: 'Choose one of: {expected}.' },
  not_a_day: { message: '{field} "{value}" is no day.', wayOut: 'Write it as {expected}.' },
  not_a_time: { message: '{field} "{value}" is no time.', wayOut: 'Write it as {expected}.' },
  check_letter: {
    message: '{field} {value}: the letter does not belong to the digits.',
    wayOut: 'Compare each character with the card and type it again.',
  },
  before_arrival: { message: '{field} {value} is before the arrival on {expected}.', wayOut: 'Correct one of the two days.' },
  in_future: { message: '{field} {value} is after the arrival on {expected}.', wayOut: 'Correct one of the two days.' },
  too_many_days: {
    message: 'The stay has {value} days, more than the register takes.',
    wayOut: 'Register {expected} days now and the rest when they begin.',
  },
  no_adult: { message: 'Nobody of age is among the guests.', wayOut: 'Add the adult who answers for the minors.' },
  no_head: {
    message: 'This member stands behind no head of a family or group.',
    wayOut: 'Put the head before its members, or choose another role.',
  },
  no_guests: { message: 'There is nobody whom this register wants to know of.', wayOut: 'Add a guest.' },
  wrong_age: { message: '{field} {value} is for the ages {expected}.', wayOut: 'Choose the category of the guest’s age.' },
  province: {
    message: '{field} {value} and the postal code {expected} are of different provinces.',
    wayOut: 'Compare both with the document.',
  },
  shortened: { message: '{field} was cut to fit: {expected}.', wayOut: 'Type a shorter form if another one is right.' },
  letters_replaced: {
    message: '{field} "{value}" is filed as {expected}.',
    wayOut: 'Nothing is to be done: the register takes no other letters.',
  },
  differs: { message: '{field} is "{value}", but the document proves {expected}.', wayOut: 'Compare with the document.' },
  not_reported: { message: 'This guest is not reported: the register is for foreigners.', wayOut: 'Nothing is to be done.' },
};
