import { onceFor } from '../once-for.ts';
import { nationalLetters } from '../tables/national-letters.ts';
import { classOf, textAlphabet } from './text-alphabet.ts';

/**
 * How much less a class is believed than the recogniser alone does, as natural logarithms: 0 and
 * below.
 */
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

/** The same, with small letters believed less. */
const withoutSmall = onceFor((weights: ClassWeights): ClassWeights => {
  const changed = new Float32Array(weights);
  for (const index of small) changed[index]! += smallAmongCapitals;
  return changed;
});

/** What to believe of a line that was read: of one of capitals small letters less. */
export function weightsOfLine(weights: ClassWeights, text: string): ClassWeights {
  const telling = [...text].filter((character) => /\p{L}/u.test(character) && !undecided.test(character));
  const capitals = telling.filter((character) => /\p{Lu}/u.test(character)).length;
  return capitals < 2 || capitals < 0.75 * telling.length ? weights : withoutSmall(weights);
}
