import { phrasePattern } from '../../match/phrase-pattern.ts';
import { plainCharacters } from '../../match/plain-letter.ts';
import type { TextPattern } from '../../match/text-pattern.ts';
import { officesOfTheWorld } from '../../tables/authorities/offices-of-the-world.ts';
import { authorityNames } from '../../tables/authority-names.ts';
import { authorityPhrases } from '../../tables/authority-phrases.ts';
import { languagesOf } from '../../tables/national-letters.ts';
import { placeNames } from '../../tables/place-names.ts';
import { remarkPhrases } from '../../tables/remark-phrases.ts';

/** A phrase that names of authorities have, and how it is looked for. */
export type KnownPhrase = {
  readonly text: string;
  readonly pattern: TextPattern;
  /** Its letters as the recogniser may see them, in plain capitals; O is 0 and I is 1. */
  readonly letters: string;
  /** Each two of them that stand beside each other. */
  readonly pairs: readonly string[];
  /** Whether it is an office of the document's own state, not one of some state. */
  readonly isOwn: boolean;
  /** Whether it is written in capitals among small letters, too. */
  readonly isAbbreviation: boolean;
};

/** `S.P.C.E.P.` */
const dotted = /^(\p{Lu}\.){2}/u;
/** Letters of a line on which a part of a name stands alone. */
const shortestLine = 11;

const known = new Map<string, readonly KnownPhrase[]>();

/** What names of a state's authorities are made of, the longest first. */
export function phrasesOf(issuer: string | undefined): readonly KnownPhrase[] {
  const code = issuer ?? '';
  const phrases = known.get(code) ?? listPhrases(code);
  known.set(code, phrases);
  return phrases;
}

/** What places of birth of a state may be called, the longest first. */
export function placesOf(issuer: string | undefined): readonly KnownPhrase[] {
  const code = issuer ?? '';
  const phrases = places.get(code) ?? compile(new Map((placeNames[code] ?? '').split('|').map((text) => [text, true])), 0);
  places.set(code, phrases);
  return phrases;
}

/** What documents remark, the longest first. */
export function remarks(): readonly KnownPhrase[] {
  ofRemarks ??= compile(new Map(remarkPhrases.map((text) => [text, false])));
  return ofRemarks;
}

const places = new Map<string, readonly KnownPhrase[]>();
let ofRemarks: readonly KnownPhrase[] | undefined;

function listPhrases(code: string): KnownPhrase[] {
  const own = [authorityNames, officesOfTheWorld]
    .flatMap((names) => names[code]?.split('|') ?? [])
    .flatMap(expand)
    .flatMap(withLines);
  const common = ['english', ...languagesOf(code)].flatMap((language) => authorityPhrases[language] ?? []).flatMap(withLines);
  return compile(new Map([...common.map((text) => [text, false] as const), ...own.map((text) => [text, true] as const)]));
}

/** @param longestOfAbbreviations letters of a word in capitals that stands for others */
function compile(all: ReadonlyMap<string, boolean>, longestOfAbbreviations = 6): KnownPhrase[] {
  return [...all]
    .filter(([text]) => text !== '')
    .sort(([a], [b]) => b.length - a.length)
    .map(([text, isOwn]) => {
      const pattern = phrasePattern(text);
      const letters = plainCharacters(pattern.expected);
      const pairs = Array.from(letters.slice(1), (letter, index) => letters[index]! + letter);
      const isAbbreviation = dotted.test(text) || (!/[\p{Ll} ]/u.test(text) && text.length <= longestOfAbbreviations);
      // The recogniser knows the plain apostrophe only.
      return { text: text.replaceAll('’', "'"), pattern, letters, pairs, isOwn, isAbbreviation };
    });
}

/** A long name, and what of it stands on a line where it is set on two. */
function withLines(text: string): string[] {
  const words = text.split(' ');
  const halves = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  return [text, ...halves.filter((two) => two.every((half) => half.length >= shortestLine)).flat()];
}

/** `PU {A;B}` is `PU A` and `PU B`. */
function expand(template: string): string[] {
  const [, before, endings, after] = /^(.*?)\{(.*?)\}(.*)$/.exec(template) ?? [];
  return endings === undefined ? [template] : endings.split(';').flatMap((ending) => expand(`${before}${ending}${after}`));
}
