import { type Field, type Format, findCountry, matchesCode, runChecks } from '@ocr-web/mrz';

/**
 * Log probabilities, in nats, of what genuine documents print. A check digit fails on about one
 * document in fifty (specimens, misprints), and is then one of nine other digits.
 */
export const nats = {
  checkFails: Math.log(0.02 / 9),
  codeUnknown: -4,
  countryUnknown: -3,
  dateImpossible: -4,
  /** A letter after three fillers of a name field, where the name has ended. */
  letterAfterFillers: -4,
  /** An O in a number: many states avoid it because it looks like a zero; none avoids the zero. */
  letterOInNumber: -1.8,
  /** A filler between the characters of a document number, which is padded at its end. */
  fillerInNumber: -4,
} as const;

/**
 * How probable it is that a genuine document has these lines, regardless of the picture, in nats: 0
 * for a perfectly ordinary document, less for a stranger one.
 */
export function logPrior(format: Format, lines: readonly string[]): number {
  let sum = matchesCode(format, lines) || !beginsAsAllowed(format, lines) ? 0 : nats.codeUnknown;
  for (const check of runChecks(format, lines)) if (check.holds === false) sum += nats.checkFails;
  for (const field of format.fields) sum += fieldLogPrior(field, (lines[field.line] ?? '').slice(field.start, field.end));
  return sum;
}

/** A character that the format forbids is penalised as such, and not once more as a code. */
function beginsAsAllowed({ alphabets, heads }: Format, lines: readonly string[]): boolean {
  return alphabets[heads.line]?.[0]?.includes(lines[heads.line]?.charAt(0) ?? '') ?? false;
}

function fieldLogPrior({ field, kind }: Field, text: string): number {
  if (kind === 'country') return findCountry(text.replaceAll('<', '')) ? 0 : nats.countryUnknown;
  if (kind === 'date') return isPossibleDate(text) || (field === 'birthDate' && isPartialBirth(text)) ? 0 : nats.dateImpossible;
  if (kind === 'names') return nats.letterAfterFillers * lettersAfterFillers(text);
  if (kind === 'number' || kind === 'optional') return nats.letterOInNumber * (text.split('O').length - 1);
  return 0;
}

/** Whether YYMMDD can be a date. Unknown parts are fillers (ICAO Doc 9303-3, 4.8). */
function isPossibleDate(text: string): boolean {
  if (!/^[0-9<]{6}$/.test(text)) return false;
  const month = text.slice(2, 4);
  const day = text.slice(4, 6);
  return (month === '<<' || (month >= '01' && month <= '12')) && (day === '<<' || (day >= '01' && day <= '31'));
}

/** Whether the day, or month and day, of a birth are printed 00: nobody knows them. */
function isPartialBirth(text: string): boolean {
  return /^[0-9]{2}(00|0[1-9]|1[0-2])00$/.test(text);
}

function lettersAfterFillers(text: string): number {
  const end = text.indexOf('<<<', 1);
  if (end < 0) return 0;
  let letters = 0;
  for (let at = end; at < text.length; at++) if (text.charCodeAt(at) !== 60) letters++;
  return letters;
}
