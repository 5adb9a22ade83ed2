import { phrasePattern } from '../../match/phrase-pattern.ts';
import type { TextPattern } from '../../match/text-pattern.ts';
import { authorityNames } from '../../tables/authority-names.ts';
import { authorityPhrases } from '../../tables/authority-phrases.ts';
import { languagesOf } from '../../tables/national-letters.ts';

/** A phrase that names of authorities have, and how it is looked for. */
export type KnownPhrase = {
  readonly text: string;
  readonly pattern: TextPattern;
  /** Whether it is an office of the document's own state, not one of some state. */
  readonly isOwn: boolean;
};

const known = new Map<string, readonly KnownPhrase[]>();

/** What names of a state's authorities are made of, the longest first. */
export function phrasesOf(issuer: string | undefined): readonly KnownPhrase[] {
  const code = issuer ?? '';
  const phrases = known.get(code) ?? listPhrases(code);
  known.set(code, phrases);
  return phrases;
}

function listPhrases(code: string): KnownPhrase[] {
  const own = (authorityNames[code] ?? '').split('|').flatMap(expand);
  const common = ['english', ...languagesOf(code)].flatMap((language) => authorityPhrases[language] ?? []);
  const all = new Map([...common.map((text) => [text, false] as const), ...own.map((text) => [text, true] as const)]);
  return [...all]
    .filter(([text]) => text !== '')
    .sort(([a], [b]) => b.length - a.length)
    .map(([text, isOwn]) => ({ text, pattern: phrasePattern(text), isOwn }));
}

/** `PU {A;B}` is `PU A` and `PU B`. */
function expand(template: string): string[] {
  const [, before, endings, after] = /^(.*?)\{(.*?)\}(.*)$/.exec(template) ?? [];
  return endings === undefined ? [template] : endings.split(';').flatMap((ending) => expand(`${before}${ending}${after}`));
}
