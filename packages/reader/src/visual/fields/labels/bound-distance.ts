import { costBetween } from './compare-letters.ts';

const letterCount = 26;
const first = 'a'.charCodeAt(0);
/** Letters of a label that are looked at: bits of a word. */
const maxBits = 31;

/** A label as bits: for each letter of the alphabet, at which of its own letters it may stand. */
export type LabelBits = { readonly count: number; readonly isCut: boolean; readonly masks: Int32Array };

/** The bits of a label's letters; a long one is cut off. */
export function bitsOf(label: string): LabelBits {
  const count = Math.min(maxBits, label.length);
  const masks = new Int32Array(letterCount);
  for (let letter = 0; letter < letterCount; letter++)
    for (let at = 0; at < count; at++) if (costBetween(letter, label.charCodeAt(at) - first) < 1) masks[letter]! |= 1 << at;
  return { count, isCut: count < label.length, masks };
}

/**
 * A distance that `findWithin` and `lookDistance` do not fall below: letters that look alike are
 * taken for the same, which bits do for all letters of a label at once (Myers 1999).
 *
 * @param isWhole whether the label is compared with all of the letters, not with a part of them
 */
export function leastDistance({ count, isCut, masks }: LabelBits, letters: string, isWhole: boolean): number {
  if (isWhole && isCut) return 0;
  const last = 1 << (count - 1);
  const carry = isWhole ? 1 : 0;
  let more = -1;
  let less = 0;
  let distance = count;
  let least = count;
  for (let at = 0; at < letters.length; at++) {
    const equal = masks[letters.charCodeAt(at) - first]!;
    const vertical = equal | less;
    const across = (((equal & more) + more) ^ more) | equal;
    let up = less | ~(across | more);
    let down = more & across;
    if (up & last) distance++;
    else if (down & last) distance--;
    if (distance < least) least = distance;
    up = (up << 1) | carry;
    down <<= 1;
    more = down | ~(vertical | up);
    less = up & vertical;
  }
  return isWhole ? distance : least;
}
