import { classesOf, type PatternBuilder, startPattern, type TextPattern } from './text-pattern.ts';

/** Characters that print alike in most faces, by what a zone has for them. */
const alike: Readonly<Record<string, string>> = { '0': '0O', O: 'O0', '1': '1Il', I: 'I1l' };
/** What groups the digits of a number. */
const separators = ' -./';
const grouped = -0.7;

/** A number of a zone, as printed in groups or without. */
export function numberPattern(number: string): TextPattern {
  const builder = startPattern();
  let end = 0;
  // A filler within a number stands for a mark that the zone cannot print (ICAO 9303-3, 4.3).
  for (const [index, character] of [...number.replace(/[< ]+/g, '')].entries()) end = addCharacter(builder, end, character, index > 0);
  return builder.build(end, number);
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
