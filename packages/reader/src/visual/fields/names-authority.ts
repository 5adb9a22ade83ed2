import { authorityWords } from '../tables/authority-words.ts';
import { plainLetters } from './labels/compare-letters.ts';

/** A State that is named first is who issued the document. */
const state = /^(the )?(republi[ckq]|r[eé]publique|kingdom|commonwealth|government)/i;

/** Whether a text names an authority: by a word of such names, or the State itself. */
export function namesAuthority(text: string): boolean {
  return state.test(text.trim()) || text.split(/[^\p{L}]+/u).some((word) => authorityWords.has(plainLetters(word).toUpperCase()));
}
