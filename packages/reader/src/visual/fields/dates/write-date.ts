import { monthNames } from '../../tables/month-names.ts';
import { plainLetters } from '../labels/compare-letters.ts';

/** `26JUN 2021`: of the gaps on both sides of a month one is easily missed. */
export function withEvenGaps(text: string): string {
  return text.replace(/^(\d{1,2})(\p{L}.*\p{L} \d+)$/u, '$1 $2').replace(/^(\d{1,2} \p{L}.*\p{L})(\d+)$/u, '$1 $2');
}

/** `15.011980`: so is one of two marks. */
export function withBothMarks(text: string): string {
  return text.replace(/^(\d\d)([ .,/-])(\d\d)(\d{4})$/, '$1$2$3$2$4').replace(/^(\d\d)(\d\d)([ .,/-])(\d{4})$/, '$1$3$2$3$4');
}

/**
 * Whether a date is printed as none prints it, so that a mark, a digit or an accent of it may have
 * been missed: `12.08/74`, `15 SEP.1949`, `5.11.2003`, `12 7 1973`, `01 DEC/DEC 19`.
 */
export function isDoubtfulDate(text: string): boolean {
  const marks = /^\d+(\D+)\d+(\D+)\d+$/.exec(text);
  const named = /^\d+([^\d\p{L}]*)\p{L}.*\p{L}([^\d\p{L}]*)\d+$/u.exec(text);
  const isUneven = marks !== null && marks[1] !== marks[2] && !/\p{L}/u.test(text);
  const isUnevenNamed = named !== null && named[1]!.trim() !== named[2]!.trim();
  const isShort = (marks ?? named) !== null && /^\d{1,2}\D/.test(text) && /(?<!\d)\d(?!\d)/.test(text);
  return isUneven || isUnevenNamed || isShort || (named !== null && isDoubtfulPair(text));
}

/** The months of the English and French in which ICAO 9303-3, 3.1 has dates repeated. */
const oftenSecond = /^(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC|JANV|F[EÉ]V|MARS|AVR|MAI|JUIN|JUIL|AO[UÛ]T|D[EÉ]C)$/;

/**
 * Two months, in two languages: neither of them English or French, or the same letters twice of
 * which another language has one with an accent.
 */
function isDoubtfulPair(text: string): boolean {
  const [first, second] = text.toUpperCase().match(/\p{L}{3,}/gu) ?? [];
  if (first === undefined || second === undefined) return false;
  if (!oftenSecond.test(first) && !oftenSecond.test(second)) return true;
  return first === second && monthNames.some((names) => names.some((name) => name !== first && plainLetters(name) === plainLetters(first)));
}
