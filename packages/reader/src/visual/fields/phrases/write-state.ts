import { statesOnPlaces } from '../../tables/states-on-places.ts';
import { lookDistance, plainLetters } from '../labels/compare-letters.ts';

/** Of a State's name such a share of its letters may be misread or missed. */
const maxShare = 0.15;
/** With gaps and marks it is no longer than so many times its letters. */
const mostTimesLetters = 2;
const isLetter = /\p{L}/u;

/**
 * A place of birth with the name of its State as the State writes it: `PIROT, REPUBLKA SRBIJA`.
 * Towns differ in a letter from each other and stay; of States there is one.
 *
 * @param place in capitals or small letters, as it was read
 */
export function writeState(place: string, issuer: string | undefined): string {
  const state = statesOnPlaces[issuer ?? ''];
  if (state === undefined) return place;
  const letters = plainLetters(state);
  const least = letters.length - 2;
  let best: { readonly from: number; readonly to: number; readonly away: number } | undefined;
  for (let from = 0; from < place.length; from++) {
    if (!isLetter.test(place[from]!) || isLetter.test(place[from - 1] ?? '')) continue;
    for (let to = from + least; to <= Math.min(place.length, from + mostTimesLetters * letters.length); to++) {
      if (isLetter.test(place[to] ?? '')) continue;
      const away = lookDistance(plainLetters(place.slice(from, to)), letters);
      if (away <= maxShare * letters.length && (!best || away < best.away)) best = { from, to, away };
    }
  }
  if (!best) return place;
  const read = place
    .slice(best.from, best.to)
    .trimEnd()
    .replace(/[.,]+$/, '');
  const written = /\p{Ll}{2}/u.test(read) ? inSmallLetters(state) : state;
  return place.slice(0, best.from) + written + place.slice(best.from + read.length);
}

function inSmallLetters(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase());
}
