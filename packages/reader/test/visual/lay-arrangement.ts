import { classOf } from '../../src/visual/recognise/text-alphabet.ts';
import { lookalikesOf } from '../../src/visual/tables/script-lookalikes.ts';
import arrangements from './arrangements.json' with { type: 'json' };
import type { LaidLine } from './lay-lines.ts';
import { zones } from './specimen-zones.ts';

/**
 * How a passport of a State arranges its fields, for pages of specimens, here and in training/: as
 * generally known of it. The rows stand below each other at one pitch; a cell has the key of its
 * value or `other`, its left end in millimetres, its label, and what it says where that is not the
 * holder's own.
 */
export type Arrangement = {
  readonly name: string;
  /** Its code in the zone. */
  readonly state: string;
  /** Of the holders of drawn pages. */
  readonly language?: string;
  /** `MMM` is a month in the State's language, `EEE` in English. */
  readonly dates: string;
  readonly months?: string;
  /** Where a label stands, seen from its value; above it where nothing is said. */
  readonly label?: string;
  readonly rows: readonly (readonly (readonly [key: string, left_mm: number, label: string, value?: string])[])[];
};

/** All of them. */
export const passports = arrangements as unknown as readonly Arrangement[];

/** Of ICAO's holder. */
const own: Readonly<Record<string, string>> = { surname: 'ERIKSSON', given_names: 'ANNA MARIA', document_number: 'L898902C3', sex: 'F' };
const days: Readonly<Record<string, readonly [year: number, month: number, day: number]>> = {
  birth_date: [1974, 8, 12],
  issue_date: [2007, 4, 16],
  expiry_date: [2012, 4, 15],
};
const english = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
/** Pixels of a laid page, on which capitals of values are 10 high. */
const perMillimetre = 4.35;
const page_mm = { first: 17, last: 65 };
const capital_mm = { value: 2.3, label: 1.2, inline: 2 };

/** A specimen in an arrangement: its zone, its lines, and what they say. */
export function layArrangement(arrangement: Arrangement) {
  const lines: LaidLine[] = [];
  const expected: Record<string, string> = {};
  const pitch = (page_mm.last - page_mm.first) / (arrangement.rows.length - 1);
  for (const [index, row] of arrangement.rows.entries())
    for (const [key, left, label, said] of row) {
      const value = printedValue(arrangement, key, said);
      if (key === 'names') Object.assign(expected, { surname: own.surname, given_names: own.given_names });
      // Letters that the recogniser does not know are none that it can be held to.
      else if (key !== 'other' && value === asSeen(value)) expected[key] = value;
      lines.push(...cell(arrangement, left, page_mm.first + index * pitch, asSeen(label), asSeen(value)));
    }
  const zone = zones.TD3(arrangement.state).map((line) => line.replace('UTO', arrangement.state));
  return { zone, lines, expected };
}

function printedValue({ dates, months = '' }: Arrangement, key: string, said: string | undefined): string {
  const day = days[key];
  if (!day) return (said ?? own[key] ?? '').replace('{surname}', own.surname!).replace('{given_names}', own.given_names!);
  const [year, month, date] = day.map((part) => String(part).padStart(2, '0')) as [string, string, string];
  const names = { EEE: english[day[1] - 1]!, MMM: months.split(' ')[day[1] - 1]! };
  const parts: Readonly<Record<string, string>> = { YYYY: year, YY: year.slice(2), DD: date, MM: month, ...names };
  return dates.replace(/YYYY|YY|DD|EEE|MMM|MM/g, (part) => parts[part]!);
}

function cell({ label: place }: Arrangement, left: number, base: number, label: string, value: string): LaidLine[] {
  const line = (text: string, x: number, y: number, cap: number): LaidLine => [
    text,
    x * perMillimetre,
    y * perMillimetre,
    cap * perMillimetre,
  ];
  if (place === 'before') return [line(`${label}: ${value}`, left, base, capital_mm.inline)];
  const [right, down] = place === 'beside' ? [32, 0] : place === 'below' ? [0, -2.2] : [0, 3.2];
  const both = [line(label, left, base - down, capital_mm.label), line(value, left + right, base, capital_mm.value)];
  return both.filter(([text]) => text !== '');
}

/** As the recogniser takes letters that it does not know. */
function asSeen(text: string): string {
  return [...text]
    .map((letter) => {
      const plain = classOf(letter) === undefined ? letter.normalize('NFD')[0]! : letter;
      return classOf(plain) === undefined ? (lookalikesOf(plain)[0] ?? '') : plain;
    })
    .join('');
}
