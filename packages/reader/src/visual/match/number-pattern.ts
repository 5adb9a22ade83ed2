import { classesOf, type PatternBuilder, startPattern, type TextPattern } from './text-pattern.ts';

/** Characters that print alike in most faces, by what a zone has for them. */
const alike: Readonly<Record<string, string>> = { '0': '0O', O: 'O0', '1': '1Il', I: 'I1l' };
/** What groups the digits of a number. */
const separators = ' -./';
const grouped = -0.7;

/** What stands between series and number on some documents: `SERIA SS NR 099994`. */
const numberWords = ['NR', 'NO', 'N°', 'Nº'];
const named = -0.7;

/** A number of a zone, as printed in groups or without. */
export function numberPattern(number: string): TextPattern {
  const builder = startPattern();
  let end = 0;
  // A filler within a number stands for a mark that the zone cannot print (ICAO 9303-3, 4.3).
  const characters = [...number.replace(/[< ]+/g, '')];
  for (const [index, character] of characters.entries()) {
    const from = end;
    end = addCharacter(builder, from, character, index > 0);
    if (index > 0 && isSeries.test(characters[index - 1]!) && isDigit.test(character)) addBehindWord(builder, from, character, end);
  }
  return builder.build(end, number);
}

const isSeries = /[A-Z]/;
const isDigit = /\d/;

/** The first digit behind a series and a word for number, which is no part of either. */
function addBehindWord(builder: PatternBuilder, from: number, character: string, to: number): void {
  const gap = { letter: 'gap', cost: named, counts: false } as const;
  const begin = builder.add(from, classesOf(' '), gap);
  for (const word of numberWords) {
    let node = begin;
    for (const letter of word) node = builder.add(node, classesOf(letter + letter.toLowerCase()), { letter, printed: '', counts: false });
    const behind = builder.add(node, classesOf(' .'), { letter: 'gap', printed: '', counts: false });
    builder.add(behind, classesOf(alike[character] ?? character), { letter: character, printed: character, to });
  }
}

function addCharacter(builder: PatternBuilder, from: number, character: string, mayBeApart: boolean): number {
  const options = { letter: character, printed: character };
  const classes = classesOf(alike[character] ?? character);
  const end = builder.add(from, classes, options);
  if (mayBeApart) {
    const gap = builder.add(from, classesOf(separators), { letter: 'gap', cost: grouped, counts: false });
    builder.add(gap, classes, { ...options, to: end });
    // Two blanks are seen where digits stand far apart.
    builder.add(builder.add(gap, classesOf(' '), { letter: 'second gap', cost: grouped, counts: false }), classes, { ...options, to: end });
  }
  return end;
}
