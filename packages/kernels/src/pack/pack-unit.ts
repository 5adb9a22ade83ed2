import type { InstructionSet } from '../instruction-set.ts';

/** Bytes of the weights of eight channels for eight activations. */
export const unitBytes: Readonly<Record<InstructionSet, number>> = { relaxed: 64, simd: 128 };

/** Where eight weights of the first of eight channels begin, and how far the channels are apart. */
type Place = { readonly first: number; readonly perChannel: number };

/**
 * Packs the weights of eight channels for eight activations: fours (of bytes) or pairs (of two
 * bytes) of each channel beside each other, as one instruction takes them.
 *
 * @param to where they go, from the place `at`
 */
export function packUnit(weights: Int16Array, { first, perChannel }: Place, to: Uint8Array, at: number, set: InstructionSet): void {
  const together = set === 'relaxed' ? 4 : 2;
  let out = at;
  for (let start = 0; start < 8; start += together) {
    for (let lane = 0; lane < 8; lane++) {
      for (let k = 0; k < together; k++) {
        const weight = weights[first + lane * perChannel + start + k]!;
        to[out] = weight;
        out += 1;
        if (set === 'relaxed') continue;
        to[out] = weight >> 8;
        out += 1;
      }
    }
  }
}
