import type { IssueCode } from '../issues/issue.ts';
import { isDay, isTime } from '../model/calendar.ts';
import { cut, inLetters, tidy } from '../text/letters.ts';

/** How days are written. */
export type DayStyle = 'YYYY-MM-DD' | 'YYYYMMDD' | 'DD/MM/YYYY' | 'DD.MM.YYYY' | 'YYYY-MM-DDT00:00:00';

/**
 * How a register wants a value. `text` in letters that match, made to fit: what is too long is cut.
 * `exact` is refused where it does not match, after blanks and small letters are put right.
 */
export type Form =
  | { readonly kind: 'text'; readonly max: number; readonly letter: RegExp; readonly isCapital?: boolean }
  | { readonly kind: 'exact'; readonly pattern: RegExp; readonly example: string }
  | { readonly kind: 'list'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'state' }
  | { readonly kind: 'day'; readonly style: DayStyle }
  | { readonly kind: 'time' };

/** A value as the register gets it, or why it does not. */
export interface FormedValue {
  readonly text: string;
  readonly issue?: { readonly code: IssueCode; readonly expected?: string } | undefined;
}

/** Writes a value in a form. A text comes back with a warning where it had to be changed. */
export function applyForm(form: Form, value: string): FormedValue {
  switch (form.kind) {
    case 'text':
      return formText(form, value);
    case 'exact':
      return formExact(form, value);
    case 'list':
      return Object.hasOwn(form.values, value)
        ? { text: form.values[value] ?? '' }
        : refuse('not_in_list', Object.keys(form.values).join(', '));
    case 'state':
      return /^[A-Z]{3}$/.test(value.toUpperCase()) ? { text: value.toUpperCase() } : refuse('form', 'ESP');
    case 'day':
      return isDay(value) ? { text: writeDay(form.style, value) } : refuse('not_a_day', 'YYYY-MM-DD');
    case 'time':
      return isTime(value) ? { text: value } : refuse('not_a_time', 'HH:MM');
  }
}

function refuse(code: IssueCode, expected: string): FormedValue {
  return { text: '', issue: { code, expected } };
}

function formText({ max, letter, isCapital = false }: Extract<Form, { kind: 'text' }>, value: string): FormedValue {
  const whole = inLetters(value, letter, isCapital);
  // Letters of a script that the register does not take at all leave nothing to file.
  if (whole === '') return refuse('form', letter.source);
  const text = cut(whole, max);
  if (text !== whole) return { text, issue: { code: 'shortened', expected: text } };
  const isSame = text.toUpperCase() === tidy(value).toUpperCase();
  return isSame ? { text } : { text, issue: { code: 'letters_replaced', expected: text } };
}

function formExact({ pattern, example }: Extract<Form, { kind: 'exact' }>, value: string): FormedValue {
  const trimmed = value.trim();
  const text = [trimmed, trimmed.toUpperCase(), trimmed.toUpperCase().replace(/[\s.\-/]/g, '')].find((one) => pattern.test(one));
  return text === undefined ? refuse('form', example) : { text };
}

function writeDay(style: DayStyle, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return style.replace('YYYY', year).replace('MM', month).replace('DD', date);
}
