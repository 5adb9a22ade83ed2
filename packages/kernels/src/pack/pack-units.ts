import type { InstructionSet } from '../instruction-set.ts';
import type { StoredWeights } from './shift-weights.ts';

/** Bytes of the weights of eight channels for eight activations. */
export const unitBytes: Readonly<Record<InstructionSet, number>> = { relaxed: 64, simd: 128 };

/**
 * Where the weights of the first of eight channels begin, how far the channels are apart (both in
 * weights), and for how many eights of activations.
 */
export type Run = { readonly first: number; readonly perChannel: number; readonly units: number };

const lanes = 8;
const wordBytes = 4;

/**
 * Packs the weights of eight channels for some eights of activations: fours (of bytes) or pairs (of
 * two bytes) of each channel beside each other, as one instruction takes them. Such a four or pair
 * is a word, and moved as one: at the start of a reader this code has not run often enough to be
 * compiled, and each turn of its loop counts.
 *
 * @param weights the place of each eight in them is a multiple of eight
 * @param to where they go, from the word `at`
 * @returns the word after the last one
 */
export function packUnits(weights: StoredWeights, { first, perChannel, units }: Run, to: Uint32Array, at: number): number {
  const words = new Uint32Array(weights.buffer, weights.byteOffset, weights.byteLength / wordBytes);
  const perWord = wordBytes / weights.BYTES_PER_ELEMENT;
  const step = perChannel / perWord;
  const start = first / perWord;
  const end = start + (units * 8) / perWord;
  let out = at;
  for (let word = start; word < end; word++) {
    for (let from = word; from < word + lanes * step; from += step) {
      to[out] = words[from]!;
      out += 1;
    }
  }
  return out;
}
