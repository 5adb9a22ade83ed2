import { lookalikesOf } from '../tables/script-lookalikes.ts';
import { plainLetter } from './plain-letter.ts';
import { classesOf, lettersLike, type PatternBuilder, startPattern, type TextPattern } from './text-pattern.ts';

/** What stands between words, seen as a blank or as a mark, or not seen at all. */
const marks = " .,:;-/'&";
/** A slash is seen as one of these as well. */
const strokes = 'IJl1';
const missed = -1;
/** Zero and O, one and I print alike; an I and the point behind it look like an L. */
const alike: Readonly<Record<string, string>> = { '0': '0OQ', '1': '1Il', '2': '2Z', '5': '5S', '8': '8B', I: 'Iil1LÍ' };

/** An accent that a word has is missing in print this seldom, as a natural logarithm. */
const withoutAccent = -4;

/** Where a letter may begin, and what that costs. */
type Start = readonly [node: number, cost: number];

/** A phrase that is known letter for letter, whatever twin of a letter the recogniser sees. */
export function phrasePattern(phrase: string): TextPattern {
  const builder = startPattern();
  let end = 0;
  let gap = '';
  let plain = '';
  for (const character of phrase) {
    if (!/[\p{L}\p{N}]/u.test(character)) {
      gap += character;
      continue;
    }
    end = addCharacter(builder, gap === '' || end === 0 ? [[end, 0]] : afterGap(builder, end, gap.includes('/')), character);
    plain += plainOf(character);
    gap = '';
  }
  return builder.build(end, plain);
}

/**
 * What is expected to be seen of a character: of another script's letter what it looks like first.
 */
function plainOf(character: string): string {
  return plainLetter(character) ?? (/\d/.test(character) ? character : (lookalikesOf(character.toUpperCase())[0] ?? '').slice(0, 1));
}

/** After up to three marks, or none. */
function afterGap(builder: PatternBuilder, from: number, isSlash: boolean): Start[] {
  const classes = classesOf(isSlash ? marks + strokes : marks);
  const first = builder.add(from, classes, { letter: 'gap', counts: false });
  const second = builder.add(first, classes, { letter: 'second gap', counts: false });
  const third = builder.add(second, classes, { letter: 'third gap', counts: false });
  return [
    [first, 0],
    [second, 0],
    [third, 0],
    [from, missed],
  ];
}

function addCharacter(builder: PatternBuilder, starts: readonly Start[], character: string): number {
  const end = builder.join();
  for (const [from, cost] of starts) addForms(builder, from, end, character, cost);
  return end;
}

/** Adds what may be seen of one letter or digit between two nodes. */
export function addForms(builder: PatternBuilder, from: number, to: number, character: string, cost = 0): void {
  const upper = character.toUpperCase();
  const options = { letter: upper, printed: character, cost };
  const own = alike[upper] ?? `${upper}${character.toLowerCase()}`;
  const twins = upper in alike ? classesOf(own) : (lettersLike.get(plainLetter(character) ?? '') ?? classesOf(own));
  const plain = upper in alike ? undefined : plainLetter(character);
  if (plain === undefined || plain === upper) {
    if (twins.length > 0) builder.add(from, twins, { ...options, to });
  } else addAccented(builder, from, to, character, plain, cost);
  for (const form of lookalikesOf(upper)) {
    const [first = '', second] = form;
    const node = builder.add(from, classesOf(first), second === undefined ? { ...options, to } : options);
    if (second !== undefined) builder.add(node, classesOf(second), { letter: `${upper} goes on`, printed: '', counts: false, to });
  }
}

/**
 * A letter with an accent, which small print hardly shows and capitals often lack: printed without
 * it where that is far more probable.
 */
function addAccented(builder: PatternBuilder, from: number, to: number, character: string, plain: string, cost: number): void {
  const letter = character.toUpperCase();
  builder.add(from, classesOf(`${letter}${character.toLowerCase()}`), { letter, printed: character, cost, to });
  builder.add(from, lettersLike.get(plain) ?? [], { letter, printed: plain, cost: cost + withoutAccent, to });
}
