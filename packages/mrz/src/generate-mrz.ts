import { digits, letters } from './alphabet.ts';
import { composeMrz } from './compose-mrz.ts';
import type { Field, FieldName, Format } from './formats/format.ts';
import { countries } from './generated/countries.ts';
import { identifyFormat } from './identify-format.ts';
import { findNationalRule } from './national/find-national-rule.ts';

/** A made-up document: its lines and the texts that they were written from. */
export interface GeneratedMrz {
  readonly format: Format;
  readonly lines: readonly string[];
  readonly texts: Readonly<Partial<Record<FieldName, string>>>;
}

type Random = () => number;

/**
 * Makes up a valid document of a format: every field filled, every check digit right, no person
 * behind it.
 * @param random numbers from 0 up to 1, such as Math.random or a seeded generator; the same numbers
 *   give the same document.
 */
export function generateMrz(format: Format, random: Random): GeneratedMrz {
  for (;;) {
    const head = pick(format.heads.begin, random);
    const texts: Partial<Record<FieldName, string>> = {};
    for (const field of format.fields) texts[field.field] = makeField(format, field, head, random);
    const long = format.fields.find((field) => (texts[field.field] ?? '').length > field.end - field.start);
    if (long !== undefined) texts.optional1 = ''; // the rest of the number takes its place
    const lines = composeMrz(format, texts);
    const issuer = texts.issuer ?? '';
    // A made-up head may belong to another format or to an issuer whose numbers follow rules of
    // their own.
    if (identifyFormat(lines) === format && findNationalRule(format.name, (texts.code ?? '').padEnd(2, '<'), issuer) === undefined) {
      return { format, lines, texts };
    }
  }
}

function makeField(format: Format, field: Field, head: string, random: Random): string {
  const width = field.end - field.start;
  switch (field.kind) {
    case 'code':
      return head.slice(0, 2) + (head.length > 1 || random() < 0.5 ? '' : pick([...letters], random));
    case 'country':
      return head.length > 2 && field.field === 'issuer' ? head.slice(2, 5) : pick([...countries.keys()], random);
    case 'date':
      return makeDate(field.field === 'birthDate', random);
    case 'sex':
      return pick(['M', 'F', ''], random);
    case 'names':
      return makeNames(width, field.field === 'names', random);
    case 'number':
      return makeText(
        letters + digits,
        hasOverflow(format, field) && random() < 0.2 ? width + 1 + Math.floor(random() * 3) : width,
        random,
      );
    default:
      return random() < 0.5 ? '' : makeText(letters + digits, Math.min(width, 4), random);
  }
}

function hasOverflow(format: Format, field: Field): boolean {
  return format.checks.some((check) => check.field === field.field && check.overflow !== undefined);
}

/** A text of at most so many characters, seldom much shorter. */
function makeText(alphabet: string, longest: number, random: Random): string {
  const length = random() < 0.7 ? longest : 1 + Math.floor(random() * longest);
  let text = '';
  while (text.length < length) text += alphabet.charAt(Math.floor(random() * alphabet.length));
  return text;
}

function makeDate(mayBePartial: boolean, random: Random): string {
  const two = (value: number): string => `${value}`.padStart(2, '0');
  const parts = [two(Math.floor(random() * 100)), two(1 + Math.floor(random() * 12)), two(1 + Math.floor(random() * 28))];
  const known = mayBePartial && random() < 0.05 ? Math.floor(random() * 3) : 3;
  return parts.map((part, index) => (index < known ? part : '<<')).join('');
}

function makeNames(width: number, withGiven: boolean, random: Random): string {
  const word = (): string => makeText(letters, 2 + Math.floor(random() * 9), random);
  const several = (): string => Array.from({ length: random() < 0.7 ? 1 : 2 }, word).join('<');
  const text = withGiven ? `${random() < 0.02 ? '' : several()}<<${several()}` : several();
  return text.slice(0, width).replace(/<+$/, '');
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}
