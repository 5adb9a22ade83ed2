import type { LineLogits } from '../../mrz/recognise/line-logits.ts';
import { nationalLetters } from '../tables/national-letters.ts';
import { classOf, textAlphabet } from './text-alphabet.ts';

/** How much less a class is believed than the recogniser alone does, as natural logarithms. */
export type ClassWeights = Float32Array;

/** An accent that the issuer's languages do not have: names of foreigners may. */
const foreignAccent = -3.5;
/** Where nothing is known of the issuer's languages. */
const anyAccent = -1;
/** A small letter in a line of capitals. */
const smallAmongCapitals = -3;

const isAccented = (character: string) => /\p{L}/u.test(character) && !/[A-Za-z]/.test(character);

/** What to believe of a document's letters. */
export function weightsOfIssuer(issuer: string | undefined): ClassWeights {
  const own = new Set([...nationalLetters(issuer)].map((character) => classOf(character)));
  const weights = new Float32Array(textAlphabet.length + 1);
  [...textAlphabet].forEach((character, index) => {
    if (isAccented(character) && !own.has(index + 1)) weights[index + 1] = issuer === undefined ? anyAccent : foreignAccent;
  });
  return weights;
}

const small = [...textAlphabet].flatMap((character, index) => (/\p{Ll}/u.test(character) ? [index + 1] : []));
/** In these both cases look alike: they tell nothing about a line's. */
const undecided = /[CcIijKkOoPpSsUuVvWwXxZz1l]/;

/** Logarithms with weights added, in a copy. */
export function weighClasses({ logProbs, steps, classes }: LineLogits, weights: ClassWeights): LineLogits {
  const weighed = new Float32Array(logProbs);
  for (let at = 0; at < weighed.length; at += classes)
    for (let index = 0; index < classes; index++) weighed[at + index]! += weights[index]!;
  return { logProbs: weighed, steps, classes };
}

/** The same with small letters believed less, where a line that was read is one of capitals. */
export function weighCase(logits: LineLogits, text: string): LineLogits {
  const telling = [...text].filter((character) => /\p{L}/u.test(character) && !undecided.test(character));
  const capitals = telling.filter((character) => /\p{Lu}/u.test(character)).length;
  if (capitals < 2 || capitals < 0.75 * telling.length) return logits;
  for (let step = 0; step < logits.steps; step++)
    for (const index of small) logits.logProbs[step * logits.classes + index]! += smallAmongCapitals;
  return logits;
}
