import type { Transliteration } from '../tables/transliterations.ts';
import { addForms } from './phrase-pattern.ts';
import { classesOf, type PatternBuilder, startPattern, type TextPattern } from './text-pattern.ts';

/** Seen between two words, or within one of them. */
const betweenWords = ' -,.';
const apostrophe = "'";
/** A letter that the zone leaves out, and an apostrophe, are rarer than none. */
const rare = -1;

/**
 * Names of a zone in the script from which they were transliterated: all spellings at once, each
 * letter as the recogniser of Latin script sees it.
 */
export function nativePattern(words: readonly string[], letters: readonly Transliteration[]): TextPattern {
  const builder = startPattern();
  let end = 0;
  words.forEach((word, index) => {
    const start = index === 0 ? end : builder.add(end, classesOf(betweenWords), { letter: 'gap', counts: false });
    end = addWord(builder, start, word, letters);
  });
  return builder.build(end, '');
}

function addWord(builder: PatternBuilder, start: number, word: string, letters: readonly Transliteration[]): number {
  const nodes = [start, ...Array.from(word, () => builder.join())];
  for (let at = 0; at < word.length; at++) {
    const starts = at === 0 ? [nodes[0]!] : [nodes[at]!, afterSilent(builder, nodes[at]!, letters)];
    for (const { native, spelling } of letters)
      if (spelling !== '' && word.startsWith(spelling, at))
        for (const from of starts) addLetters(builder, from, nodes[at + spelling.length]!, native);
  }
  return nodes[word.length]!;
}

/** Behind a letter that the zone leaves out, or an apostrophe. */
function afterSilent(builder: PatternBuilder, from: number, letters: readonly Transliteration[]): number {
  const to = builder.join();
  builder.add(from, classesOf(apostrophe), { letter: apostrophe, printed: apostrophe, counts: false, cost: rare, to });
  for (const { native, spelling } of letters) if (spelling === '') addForms(builder, from, to, native, rare);
  return to;
}

function addLetters(builder: PatternBuilder, from: number, to: number, native: string): void {
  const [first = '', second] = native;
  const between = second === undefined ? to : builder.join();
  addForms(builder, from, between, first);
  if (second !== undefined) addForms(builder, between, to, second);
}
