import { classesOf, lettersLike, type PatternBuilder, startPattern, type TextPattern } from './text-pattern.ts';

/** `printed` where the recogniser has no class for the letter, and sees the characters instead. */
type LongSpelling = readonly [spelling: string, characters: string, printed?: string];

/**
 * Letters that a zone spells as two or more (ICAO 9303-3, 6, table A), and the ligature of Dutch
 * names; all others are spelt by their plain letter.
 */
const longSpellings: readonly LongSpelling[] = Object.freeze([
  ['AE', 'ÄäÆæ'],
  ['OE', 'ÖöØøŒœ'],
  ['UE', 'ÜüŰű'],
  ['SS', 'ß'],
  ['AA', 'Åå'],
  ['TH', 'Þþ'],
  ['DJ', 'Đđ'],
  ['NXX', 'Ññ'],
  ['UXX', 'Üü'],
  ['IJ', 'UÜ', 'IJ'],
  ['IJ', 'yÿü', 'ij'],
]);
/** A letter that looks like another one is believed less. */
const lookalike = -1;

/**
 * What stands between two words of a name, and what the zone leaves out within one (9303-3, 4.6).
 */
const betweenWords = " -,.'";
const withinWord = "'-. ";
/** An apostrophe or a hyphen within a word of the zone is rarer than none. */
const rare = -2.5;
/** Two words that the zone has apart are seldom printed, or seen, as one. */
const glued = -2;

/** Where something may begin, and what that costs. */
type Start = readonly [node: number, cost: number];

/** Whether a word of a zone may be one with fewer letters: MUELLER is printed MÜLLER. */
export function mayBeSpelt(word: string): boolean {
  return longSpellings.some(([spelling]) => word.includes(spelling));
}

/**
 * All ways in which names of a zone may be printed: with accents, in small letters, with hyphens.
 *
 * @param spellings of letters that the zone spells as two or more
 */
export function namePattern(words: readonly string[], spellings: readonly LongSpelling[] = longSpellings): TextPattern {
  const builder = startPattern();
  let end = 0;
  words.forEach((word, index) => {
    end = addWord(builder, index === 0 ? [[0, 0]] : afterGap(builder, end), word, spellings);
  });
  return builder.build(end, words.join(''));
}

const words = new Map<string, TextPattern>();

/** A word of a table, the same pattern each time; nothing of a person is kept like this. */
export function wordPattern(word: string): TextPattern {
  const pattern = words.get(word) ?? namePattern([word]);
  words.set(word, pattern);
  return pattern;
}

/** After one separator, two of them, or none. */
function afterGap(builder: PatternBuilder, from: number): Start[] {
  const classes = classesOf(betweenWords);
  const end = builder.join();
  builder.add(from, classes, { letter: 'gap', counts: false, to: end });
  const first = builder.add(from, classes, { letter: 'gap', counts: false, cost: -0.5 });
  builder.add(first, classes, { letter: 'second gap', counts: false, to: end });
  return [
    [end, 0],
    [from, glued],
  ];
}

function addWord(builder: PatternBuilder, starts: readonly Start[], word: string, spellings: readonly LongSpelling[]): number {
  const places = Array.from(word, () => builder.join());
  const addLetters = (from: number, at: number, cost: number) => {
    const letter = word[at]!;
    builder.add(from, lettersLike.get(letter) ?? classesOf(letter), { letter, cost, to: places[at]! });
    for (const [spelling, characters, printed] of spellings) {
      if (!word.startsWith(spelling, at)) continue;
      const to = places[at + spelling.length - 1]!;
      if (printed === undefined) builder.add(from, classesOf(characters), { letter: spelling, cost, to });
      else builder.add(from, classesOf(characters), { letter: printed, printed, cost: cost + lookalike, to });
    }
  };
  for (const [node, cost] of starts) addLetters(node, 0, cost);
  for (let at = 1; at < word.length; at++) {
    addLetters(places[at - 1]!, at, 0);
    // The apostrophe of O'Connor.
    addLetters(builder.add(places[at - 1]!, classesOf(withinWord), { letter: 'mark', counts: false, cost: rare }), at, 0);
  }
  return places.at(-1)!;
}
