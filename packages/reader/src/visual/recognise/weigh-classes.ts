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

const lists = new WeakMap<ClassWeights, Int32Array>();

/** The classes that have a weight. */
function listWeighed(weights: ClassWeights): Int32Array {
  const list = lists.get(weights) ?? Int32Array.from([...weights.keys()].filter((index) => weights[index] !== 0));
  lists.set(weights, list);
  return list;
}

/** Logarithms with weights added, in a copy. */
export function weighClasses({ logProbs, steps, classes }: LineLogits, weights: ClassWeights): LineLogits {
  const weighed = new Float32Array(logProbs);
  const foreign = listWeighed(weights);
  for (let at = 0; at < weighed.length; at += classes)
    for (let index = 0; index < foreign.length; index++) weighed[at + foreign[index]!]! += weights[foreign[index]!]!;
  return { logProbs: weighed, steps, classes };
}

/**
 * Believes small letters less where a line that was read is one of capitals.
 *
 * @returns whether the logarithms were changed
 */
export function weighCase({ logProbs, steps, classes }: LineLogits, text: string): boolean {
  const telling = [...text].filter((character) => /\p{L}/u.test(character) && !undecided.test(character));
  const capitals = telling.filter((character) => /\p{Lu}/u.test(character)).length;
  if (capitals < 2 || capitals < 0.75 * telling.length) return false;
  for (let row = 0; row < steps * classes; row += classes)
    for (let index = 0; index < small.length; index++) logProbs[row + small[index]!]! += smallAmongCapitals;
  return true;
}
