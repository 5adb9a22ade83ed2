import { authorityWords } from '../tables/authority-words.ts';
import { nationalityWords } from '../tables/nationality-words.ts';
import { plainLetters } from './labels/compare-letters.ts';

/** A State that is named first is who issued the document. */
const state = /^(the )?(republi[ckq]|r[eé]publique|kingdom|commonwealth|government)/i;

/** Whether a text names an authority: by a word of such names, or the State itself. */
export function namesAuthority(text: string): boolean {
  return state.test(text.trim()) || text.split(/[^\p{L}]+/u).some((word) => authorityWords.has(plainLetters(word).toUpperCase()));
}

/** Whether a text is the code of a State alone: neither a place nor an authority. */
export function isCode(text: string): boolean {
  return nationalityWords[text.trim()] !== undefined;
}

/**
 * Whether a text has a word, or is an abbreviation with points; letters between strokes are none.
 */
export function looksNamed(text: string): boolean {
  if (isCode(text)) return false;
  return /\p{L}{2}/u.test(text) || /^(\p{L}\.){2}/u.test(text.trim());
}
